package org.deskbell.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.deskbell.site.Department;
import org.deskbell.site.Site;
import org.deskbell.site.SiteId;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Role;
import org.deskbell.support.ASite;
import org.junit.jupiter.api.Test;

class RemitTest {
    private static final long ORDERS = 1;
    private static final long PLANTS = 2;
    private static final long ABROAD = 3;
    private static final List<Site> SITES = List.of(site(1, ORDERS, PLANTS), site(2, ABROAD), site(3));

    @Test
    void theOtherDepartmentsOfHisSiteAreClosedToAnAgent() {
        assertThat(remit(Role.AGENT, ORDERS).closed()).containsExactly(PLANTS);
    }

    @Test
    void aSiteOnWhichHeIsInNoDepartmentIsOpenToHim() {
        assertThat(remit(Role.AGENT, ORDERS).covers(ABROAD)).isTrue();
        assertThat(remit(Role.AGENT).closed()).isEmpty();
    }

    @Test
    void nothingIsClosedToAnAdministrator() {
        assertThat(remit(Role.ADMINISTRATOR, ORDERS).closed()).isEmpty();
    }

    @Test
    void anAdministratorIsGivenWhatHisDepartmentsAnswerFor() {
        assertThat(Remit.of(Set.of(ORDERS), SITES).closed()).containsExactly(PLANTS);
        assertThat(Remit.of(Set.of(), SITES).closed()).isEmpty();
    }

    @Test
    void whoLooksAroundIsSeenByThoseWhoWorkThereAndByThoseWhoWorkEverywhere() {
        Remit orders = remit(Role.AGENT, ORDERS);
        assertThat(orders.meets(new SiteId(1))).isTrue();
        assertThat(orders.meets(new SiteId(2))).isFalse();
        assertThat(orders.meets(new SiteId(3))).isTrue();
        assertThat(remit(Role.AGENT).strange()).isEmpty();
        assertThat(remit(Role.ADMINISTRATOR, ORDERS).strange()).isEmpty();
    }

    @Test
    void whatIsInNoDepartmentIsEverybodys() {
        assertThat(remit(Role.AGENT, ORDERS).covers((Long) null)).isTrue();
    }

    @Test
    void whoIsInAllDepartmentsSeesAll() {
        assertThat(remit(Role.AGENT, ORDERS, PLANTS, ABROAD).closed()).isEmpty();
    }

    private static Remit remit(Role role, Long... departments) {
        Agent agent = new Agent(new AgentId(7), "Ben", role, "ben", false, "online", 0, false);
        return Remit.of(agent, Set.of(departments), SITES);
    }

    private static Site site(long id, long... departments) {
        List<Department> all = java.util.stream.LongStream.of(departments)
                .mapToObj(each -> new Department(each, "Department " + each, false))
                .toList();
        return ASite.numbered(id).with(all).site();
    }
}
