package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.deskbell.conversation.Aside;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Waiter;
import org.deskbell.site.SiteId;
import org.deskbell.socket.Queues.Place;
import org.deskbell.staff.AgentId;
import org.deskbell.support.AConversation;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

class QueuesTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final AgentId ADA = new AgentId(1);
    private static final Long REPAIRS = 100L;

    private final Queues queues =
            Queues.of(List.of(waiter(1, 1, null), waiter(2, 1, REPAIRS), waiter(3, 2, null), waiter(4, 1, null)));

    @Test
    void eachDepartmentOfEachSiteIsAQueueOfItsOwn() {
        assertThat(queues.places()).extracting(Place::position).containsExactly(1, 1, 1, 2);
        assertThat(queues.places())
                .extracting(Place::firstSince)
                .containsExactly(NOON.plusSeconds(1), NOON.plusSeconds(2), NOON.plusSeconds(3), NOON.plusSeconds(1));
        assertThat(Queues.NONE.isEmpty()).isTrue();
    }

    @Test
    void whoIsFarBehindIsNotToldEveryStep() {
        assertThat(Queues.isNews(1, 2)).isTrue();
        assertThat(Queues.isNews(20, 19)).isTrue();
        assertThat(Queues.isNews(21, 20)).isFalse();
        assertThat(Queues.isNews(21, 19)).isTrue();
        assertThat(Queues.isNews(3_000, 2_851)).isFalse();
        assertThat(Queues.isNews(3_000, 2_850)).isTrue();
        assertThat(Queues.isNews(3_000, 3_149)).isFalse();
        assertThat(Queues.isNews(3_000, 3_150)).isTrue();
        assertThat(Queues.isNews(5, 5)).isFalse();
    }

    /** S09. */
    @Test
    void whatIsPutAsideKeepsItsPlaceAndStandsInNobodysWay() {
        Waiter first = new Waiter(new ConversationId(1), new VisitorId(1), new SiteId(1), null, NOON, true);
        Waiter third = new Waiter(new ConversationId(3), new VisitorId(3), new SiteId(1), null, NOON, true);
        Queues now = Queues.of(List.of(first, waiter(2, 1, null), third, waiter(4, 1, null)));
        assertThat(now.places()).extracting(Place::position).containsExactly(1, 1, 2, 2);
    }

    @Test
    void whatWaitsAsItDidChangesNothing() {
        assertThat(queues.isChangedBy(now(4, true, null, null, Aside.NONE, NOON.plusSeconds(4))))
                .isFalse();
        assertThat(queues.isChangedBy(
                        now(4, true, null, null, Aside.NONE, NOON.plusSeconds(4).plusNanos(700))))
                .isFalse();
        assertThat(queues.isChangedBy(now(9, true, ADA, null, Aside.NONE, NOON)))
                .isFalse();
        assertThat(queues.isChangedBy(now(9, false, null, null, Aside.NONE, NOON)))
                .isFalse();
    }

    @Test
    void whoComesAndWhoDoesNotWaitAnyMoreChangesIt() {
        Aside asleep = new Aside(List.of(), List.of(), new Aside.Snooze(NOON, null), null);
        assertThat(queues.isChangedBy(now(9, true, null, null, Aside.NONE, NOON)))
                .isTrue();
        assertThat(queues.isChangedBy(now(4, true, ADA, null, Aside.NONE, NOON.plusSeconds(4))))
                .isTrue();
        assertThat(queues.isChangedBy(now(4, false, null, null, Aside.NONE, NOON.plusSeconds(4))))
                .isTrue();
        assertThat(queues.isChangedBy(now(4, true, null, null, asleep, NOON.plusSeconds(4))))
                .isTrue();
        assertThat(queues.isChangedBy(now(4, true, null, REPAIRS, Aside.NONE, NOON.plusSeconds(4))))
                .isTrue();
        // It was over and began anew.
        assertThat(queues.isChangedBy(now(4, true, null, null, Aside.NONE, NOON.plusSeconds(60))))
                .isTrue();
    }

    private static Waiter waiter(long id, long site, Long department) {
        return new Waiter(
                new ConversationId(id), new VisitorId(id), new SiteId(site), department, NOON.plusSeconds(id), false);
    }

    private static Conversation now(long id, boolean open, AgentId owner, Long department, Aside aside, Instant at) {
        return AConversation.numbered(id)
                .open(open)
                .of(owner)
                .in(department)
                .with(aside)
                .at(at)
                .conversation();
    }
}
