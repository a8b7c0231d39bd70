package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskbell.conversation.Begun.ADA;
import static org.deskbell.conversation.Begun.BEN;
import static org.deskbell.conversation.Begun.LIN;
import static org.deskbell.conversation.Begun.START;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deskbell.staff.AgentId;
import org.junit.jupiter.api.Test;

/** Who is given a conversation has only so long to open it. */
class OfferTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant THEN = START.plus(PATIENCE);

    private final Folio folio = new Folio(Begun.fresh());

    @Test
    void whatIsNotOpenedInTimeWaitsAgainAtItsPlaceAndOnce() {
        give(true);
        withdraw(BEN, THEN.minusMillis(1));
        assertThat(folio.now().owner()).isEqualTo(new AgentId(2));
        withdraw(BEN, THEN);
        withdraw(BEN, THEN.plusSeconds(5));
        assertThat(folio.written()).extracting(Entry::kind).containsExactly(Kind.CLAIMED, Kind.RELEASED);
        Entry released = folio.written().get(1);
        assertThat(released.text()).isEqualTo(Offer.UNANSWERED);
        assertThat(released.by()).isEqualTo(BEN);
        assertThat(folio.now().owner()).isNull();
        assertThat(folio.now().queuedAt()).isEqualTo(START);
        assertThat(folio.now().aside().offer()).isNull();
    }

    @Test
    void withoutATimeItStaysWhereItIs() {
        give(false);
        withdraw(BEN, THEN);
        assertThat(folio.now().owner()).isEqualTo(new AgentId(2));
    }

    @Test
    void whoHasLookedKeepsIt() {
        give(true);
        folio.apply(new Change.Look(Begun.ID, BEN, Reply.NOBODY), START);
        assertThat(folio.now().aside().offer()).isNull();
        withdraw(BEN, THEN);
        assertThat(folio.now().owner()).isEqualTo(new AgentId(2));
    }

    @Test
    void thatAColleagueLooksOrThatItHasArrivedIsNotEnough() {
        say(LIN);
        give(true);
        folio.apply(new Change.Look(Begun.ID, ADA, Reply.NOBODY), START);
        folio.apply(new Change.Note(Begun.ID, ADA, "ref00001", new Remark(List.of(), "for Ben"), Reply.NOBODY), START);
        folio.apply(new Change.Mark(Begun.ID, BEN, 1, 0), START);
        say(LIN);
        withdraw(BEN, THEN);
        assertThat(folio.now().owner()).isNull();
    }

    @Test
    void whoAnswersOrHasSeenItKeepsIt() {
        say(LIN);
        give(true);
        folio.apply(new Change.Mark(Begun.ID, BEN, 1, 1), START);
        assertThat(folio.now().aside().offer()).isNull();
        folio.apply(new Change.Release(Begun.ID, BEN, null, Reply.NOBODY), START);
        give(true);
        say(BEN);
        assertThat(folio.now().aside().offer()).isNull();
    }

    @Test
    void whatIsAnothersOrOverMeanwhileIsNobodysToLose() {
        give(true);
        Target ada = new Target.Colleague(new AgentId(1), "Ada");
        folio.apply(new Change.Transfer(Begun.ID, BEN, "ref00002", null, ada, Reply.NOBODY), START);
        withdraw(BEN, THEN);
        withdraw(ADA, THEN);
        assertThat(folio.now().owner()).isEqualTo(new AgentId(1));
        folio.apply(new Change.Release(Begun.ID, ADA, null, Reply.NOBODY), START);
        give(true);
        folio.apply(new Change.Close(Begun.ID, LIN, null, Reply.NOBODY), START);
        withdraw(BEN, THEN);
        assertThat(folio.written()).last().extracting(Entry::kind).isEqualTo(Kind.CLOSED);
        assertThat(folio.now().aside().offer()).isNull();
    }

    @Test
    void anAnswerThatANodeFromBeforeHasWrittenCounts() {
        Offer offer = new Offer(new AgentId(2), START);
        Conversation.Last last = new Conversation.Last(2, Side.AGENT, "here", START.plusSeconds(1));
        Conversation answered = Begun.of(true, new AgentId(2), 2, new Conversation.Marks(0, 0), 0, last);
        assertThat(offer.isOver(answered, PATIENCE, THEN)).isFalse();
    }

    @Test
    void whoCouldNotOpenItForAWhileHasAllHisTimeFromThenOn() {
        Offer offer = new Offer(new AgentId(2), START);
        assertThat(offer.until(null, PATIENCE)).isEqualTo(THEN);
        assertThat(offer.until(START.minusSeconds(1), PATIENCE)).isEqualTo(THEN);
        assertThat(offer.until(START.plusSeconds(20), PATIENCE)).isEqualTo(THEN.plusSeconds(20));
    }

    private void give(boolean timed) {
        assertThat(folio.apply(new Change.Assign(Begun.ID, BEN, timed, Reply.NOBODY), START))
                .isNull();
        assertThat(folio.now().owner()).isEqualTo(new AgentId(2));
    }

    private void withdraw(Author from, Instant at) {
        assertThat(folio.apply(new Change.Withdraw(Begun.ID, from, PATIENCE), at))
                .isNull();
    }

    private void say(Author by) {
        folio.apply(new Change.Say(Begun.ID, null, by, null, "words", Reply.NOBODY), START);
    }
}
