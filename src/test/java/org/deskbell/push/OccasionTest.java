package org.deskbell.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deskbell.conversation.Aside;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Happened;
import org.deskbell.conversation.Kind;
import org.deskbell.push.Occasion.What;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

class OccasionTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final AgentId BEN = new AgentId(1);
    private static final AgentId CHLOE = new AgentId(2);
    private static final Author VISITOR = Author.visitor(new VisitorId(9), null);
    private static final Author BY_BEN = Author.agent(BEN, "Ben");

    @Test
    void aVisitorCallsWhoHasHimOrElseEverybody() {
        assertCall(of(Kind.POSTED, VISITOR, "hello", conversation(BEN, true, true)), What.MESSAGE, BEN);
        assertCall(of(Kind.POSTED, VISITOR, "hello", conversation(null, true, true)), What.WAITS);
        assertThat(of(Kind.POSTED, BY_BEN, "hello", conversation(BEN, true, false)))
                .isEmpty();
    }

    @Test
    void aVisitorCallsThoseWhoJoinedToo() {
        Conversation both = conversation(BEN, true, true, CHLOE);
        assertCall(of(Kind.POSTED, VISITOR, "hello", both), What.MESSAGE, BEN, CHLOE);
        assertCall(of(Kind.WOKEN, BY_BEN, "time", both), What.WOKEN, BEN);
        assertThat(of(Kind.JOINED, Author.agent(CHLOE, "Chloe"), null, both)).isEmpty();
        assertCall(of(Kind.POSTED, VISITOR, "hello", conversation(null, true, true, CHLOE)), What.WAITS);
    }

    @Test
    void whoIsGivenAConversationIsCalledAndWhoTakesOneIsNot() {
        Conversation his = conversation(BEN, true, true);
        assertCall(of(Kind.CLAIMED, BY_BEN, Entry.ASSIGNED, his), What.GIVEN, BEN);
        assertCall(of(Kind.TRANSFERRED, Author.agent(CHLOE, "Chloe"), "{}", his), What.GIVEN, BEN);
        assertThat(of(Kind.CLAIMED, BY_BEN, null, his)).isEmpty();
    }

    @Test
    void whatWaitsAgainCallsEverybodyWhereSomebodyWaits() {
        assertCall(of(Kind.RELEASED, BY_BEN, "gone", conversation(null, true, true)), What.WAITS);
        assertThat(of(Kind.RELEASED, BY_BEN, "gone", conversation(null, true, false)))
                .isEmpty();
        assertCall(of(Kind.TRANSFERRED, BY_BEN, "{}", conversation(null, true, true)), What.WAITS);
        assertCall(of(Kind.WOKEN, BY_BEN, "time", conversation(BEN, true, false)), What.WOKEN, BEN);
    }

    @Test
    void aMentionCallsThoseWhoAreMeantAndNotItsAuthor() {
        Conversation closed = conversation(null, false, false);
        assertCall(of(Kind.NOTED, BY_BEN, "1,2\nlook @Chloe", closed), What.MENTION, CHLOE);
        assertThat(of(Kind.NOTED, BY_BEN, "\nfor me", closed)).isEmpty();
    }

    @Test
    void whatIsOverCallsNobody() {
        Conversation closed = conversation(null, false, true);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.NOTED) assertThat(of(kind, VISITOR, "x", closed)).isEmpty();
        }
    }

    private static void assertCall(Optional<Occasion> found, What what, AgentId... to) {
        assertThat(found).isPresent();
        assertThat(found.get().what()).isEqualTo(what);
        assertThat(found.get().to()).containsExactly(to);
    }

    private static Optional<Occasion> of(Kind kind, Author by, String text, Conversation now) {
        return Occasion.of(new Happened(new Entry(now.id(), 1, kind, NOW, by, null, text, 0, 0), now));
    }

    private static Conversation conversation(AgentId owner, boolean open, boolean waits, AgentId... joined) {
        return new Conversation(
                new ConversationId(10),
                "c-1",
                new SiteId(1),
                null,
                new VisitorId(9),
                "v-1",
                open,
                owner,
                1,
                new Conversation.Marks(0, 0),
                new Conversation.Marks(0, 0),
                0,
                null,
                NOW,
                NOW,
                NOW,
                waits ? NOW : null,
                null,
                Aside.NONE,
                List.of(joined));
    }
}
