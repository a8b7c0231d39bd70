package org.deskbell.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.deskbell.conversation.Aside;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.conversation.ConversationId;
import org.deskbell.mail.MailAddress;
import org.deskbell.routing.Remit;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

class ReaderTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final AgentId BEN = new AgentId(2);
    private static final long ORDERS = 1;
    private static final long PLANTS = 2;

    @Test
    void whatIsHisOwnIsToldUnlessHeWantsNothing() {
        assertThat(ben("own").isConcernedBy(of(BEN, ORDERS))).isTrue();
        assertThat(ben("all").isConcernedBy(of(BEN, PLANTS))).isTrue();
        assertThat(ben("none").isConcernedBy(of(BEN, ORDERS))).isFalse();
    }

    @Test
    void whatAColleagueHasIsNotHis() {
        assertThat(ben("all").isConcernedBy(of(new AgentId(3), ORDERS))).isFalse();
    }

    @Test
    void whatNobodyHasIsToldWhoAskedForItInHisDepartmentsAlone() {
        assertThat(ben("own").isConcernedBy(of(null, ORDERS))).isFalse();
        assertThat(ben("all").isConcernedBy(of(null, ORDERS))).isTrue();
        assertThat(ben("all").isConcernedBy(of(null, PLANTS))).isFalse();
        assertThat(ben("all").isConcernedBy(of(null, null))).isTrue();
    }

    @Test
    void onASiteWhereOthersWorkHeIsToldNothing() {
        Reader elsewhere = reader("all", new Remit(Set.of(), Set.of(new SiteId(1))));
        assertThat(elsewhere.isConcernedBy(of(null, null))).isFalse();
    }

    @Test
    void heIsWrittenToAsHeChoseOrAsWasSpokenWhereHeLoggedIn() {
        assertThat(Readers.language("de", "fr")).isEqualTo("de");
        assertThat(Readers.language("auto", "fr")).isEqualTo("fr");
        assertThat(Readers.language(null, "fr")).isEqualTo("fr");
        assertThat(Readers.language(null, null)).isEqualTo("en");
    }

    @Test
    void aSiteTellsOfWhatIsOlderThanItsMinutes() {
        assertThat(new Reminder(true, 15).before(NOON)).isEqualTo(Instant.parse("2026-11-27T11:45:00Z"));
        assertThat(Reminder.USUAL.sends()).isFalse();
    }

    private static Reader ben(String wish) {
        return reader(wish, new Remit(Set.of(PLANTS), Set.of()));
    }

    private static Reader reader(String wish, Remit duties) {
        MailAddress address = MailAddress.of("ben@example.com").orElseThrow();
        return new Reader(BEN, address, "en", wish, false, duties);
    }

    private static Conversation of(AgentId owner, Long department) {
        return new Conversation(
                new ConversationId(1),
                "c-1",
                new SiteId(1),
                department,
                new VisitorId(7),
                "v-7",
                true,
                owner,
                1,
                new Marks(0, 0),
                new Marks(0, 0),
                1,
                null,
                NOON,
                NOON,
                NOON,
                NOON,
                null,
                Aside.NONE,
                List.of());
    }
}
