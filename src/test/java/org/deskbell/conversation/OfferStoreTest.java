package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Since when who was given a conversation has to open it, as the databases keep it. */
class OfferStoreTest {
    private static final Author ADA = Author.agent(new AgentId(1), "Ada");
    private static final Author BEN = Author.agent(new AgentId(2), "Ben");
    private static final String OFFERED =
            "select count(*) from conversation where offered_to = 1 and offered_at is not null";

    private final List<Happened> told = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void thatSomebodyHasLookedIsKeptAndNobodyIsToldOfIt(TestStore store) throws Exception {
        DataSource source = store.fresh();
        ConversationId id = given(source);
        assertThat(count(source, OFFERED)).isEqualTo(1);
        write(source, new Change.Look(id, BEN, Reply.NOBODY));
        assertThat(count(source, OFFERED)).isEqualTo(1);
        int before = told.size();
        write(source, new Change.Look(id, ADA, Reply.NOBODY));
        assertThat(count(source, OFFERED)).isZero();
        write(source, new Change.Withdraw(id, ADA, Duration.ZERO));
        assertThat(told).hasSize(before);
        assertThat(count(source, "select count(*) from conversation where owner_id = 1"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void whatIsNotOpenedIsTakenBackOnce(TestStore store) throws Exception {
        DataSource source = store.fresh();
        ConversationId id = given(source);
        Change back = new Change.Withdraw(id, ADA, Duration.ZERO);
        write(source, new Change.Withdraw(id, ADA, Duration.ofHours(1)), back, back);
        write(source, back);
        assertThat(count(source, "select count(*) from entry where kind = 'released' and text = 'unanswered'"))
                .isEqualTo(1);
        assertThat(count(source, "select count(*) from conversation where owner_id is null and offered_to is null"))
                .isEqualTo(1);
    }

    /** To Ada, who has so long to open it. */
    private ConversationId given(DataSource source) {
        Opening opening = new Opening(new SiteId(1), "Site", "Welcome", true, new VisitorId(1), "v-1", null);
        Author visitor = Author.visitor(new VisitorId(1), null);
        write(source, new Change.Say(null, opening, visitor, "ref-first", "hello", Reply.NOBODY));
        ConversationId id = told.get(0).conversation().id();
        write(source, new Change.Assign(id, ADA, true, Reply.NOBODY));
        return id;
    }

    private void write(DataSource source, Change... changes) {
        TestNodes.run(source, told::add, List.of(List.of(changes)));
    }

    private static long count(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
