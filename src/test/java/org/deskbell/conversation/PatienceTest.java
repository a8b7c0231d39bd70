package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

/** A site ends a conversation in which the visitor does not answer. */
class PatienceTest {
    private static final Instant START = Begun.START;
    private static final Instant THEN = START.plus(Duration.ofMinutes(30));
    private static final Author LIN = Author.visitor(new VisitorId(7), "Lin");
    private static final Author ADA = Author.agent(new AgentId(1), "Ada");
    private static final Author SITE = new Author(Side.SITE, 1, null);
    private static final Patience QUIET = new Patience(true, 30, "");
    private static final Patience POLITE = new Patience(true, 30, " Write again.\r\nAny time. ");

    private final Folio folio = new Folio(Begun.fresh());

    @Test
    void whereTheAgentHasTheLastWordItEndsWhenTheTimeIsUpAndOnce() {
        asksBack();
        giveUp(QUIET, THEN.minusMillis(1));
        assertThat(folio.now().open()).isTrue();
        giveUp(QUIET, THEN);
        giveUp(QUIET, THEN.plusSeconds(5));
        assertThat(kinds()).endsWith(Kind.POSTED, Kind.CLOSED);
        Entry end = last();
        assertThat(end.by()).isEqualTo(SITE);
        assertThat(Silence.of(end)).isEqualTo(new Silence(30, false));
        assertThat(folio.now().open()).isFalse();
        assertThat(folio.now().changedAt()).isEqualTo(THEN);
    }

    @Test
    void whatTheSiteSaysComesBeforeTheEndAndIsNotTheLastWordOfTheLists() {
        asksBack();
        giveUp(POLITE, THEN);
        assertThat(kinds()).endsWith(Kind.POSTED, Kind.POSTED, Kind.CLOSED);
        Entry said = folio.written().get(folio.written().size() - 2);
        assertThat(said.by()).isEqualTo(SITE);
        assertThat(said.text()).isEqualTo("Write again.\nAny time.");
        assertThat(Silence.of(last())).isEqualTo(new Silence(30, true));
        assertThat(folio.now().last().text()).isEqualTo("which one?");
        assertThat(folio.now().lastSeq()).isEqualTo(last().seq());
    }

    @Test
    void anAnswerThatCameFirstIsNotOverheardAndOneThatComesLaterGoesOn() {
        asksBack();
        say(LIN, "the red one", THEN);
        giveUp(QUIET, THEN);
        assertThat(folio.now().open()).isTrue();
        say(ADA, "here it is", THEN);
        Instant later = THEN.plus(Duration.ofMinutes(30));
        giveUp(QUIET, later);
        say(LIN, "thank you", later);
        giveUp(QUIET, later);
        assertThat(kinds()).endsWith(Kind.CLOSED, Kind.REOPENED, Kind.POSTED);
        assertThat(folio.now().open()).isTrue();
        assertThat(folio.now().waitingSince()).isEqualTo(later);
    }

    @Test
    void whatWaitsForAnAgentIsNeverEnded() {
        say(LIN, "anybody?", START);
        giveUp(QUIET, THEN);
        asksBack();
        folio.apply(new Change.Release(Begun.ID, ADA, null, Reply.NOBODY), START);
        giveUp(QUIET, THEN);
        assertThat(folio.now().open()).isTrue();
    }

    @Test
    void whatSleepsIsNotEndedAndHasItsTimeWhenItIsBack() {
        asksBack();
        Instant morning = START.plus(Duration.ofHours(12));
        folio.apply(new Change.Snooze(Begun.ID, ADA, null, morning, Reply.NOBODY), START);
        giveUp(QUIET, morning);
        folio.apply(new Change.Wake(Begun.ID, SITE, null, Reply.NOBODY), morning);
        giveUp(QUIET, morning.plus(Duration.ofMinutes(29)));
        assertThat(folio.now().open()).isTrue();
        giveUp(QUIET, morning.plus(Duration.ofMinutes(30)));
        assertThat(folio.now().open()).isFalse();
    }

    @Test
    void whateverHappensInItBeginsTheTimeAnewButForMarks() {
        asksBack();
        Instant noted = START.plus(Duration.ofMinutes(20));
        folio.apply(new Change.Note(Begun.ID, ADA, null, new Remark(List.of(), "asked Ben"), Reply.NOBODY), noted);
        folio.apply(new Change.Mark(Begun.ID, LIN, 2, 2), THEN);
        giveUp(QUIET, THEN);
        assertThat(folio.now().open()).isTrue();
        giveUp(QUIET, noted.plus(Duration.ofMinutes(30)));
        assertThat(folio.now().open()).isFalse();
    }

    @Test
    void whereSomethingElseGoesOnOrTheSiteWaitsForEverItStaysOpen() {
        asksBack();
        folio.apply(new Change.GiveUp(Begun.ID, SITE, QUIET, (in, at) -> true), THEN);
        giveUp(Patience.USUAL, THEN.plus(Duration.ofDays(30)));
        assertThat(folio.now().open()).isTrue();
    }

    @Test
    void wordsThatWereTakenBackNeedNoAnswer() {
        asksBack();
        folio.hold(last());
        folio.apply(new Change.Remove(Begun.ID, ADA, null, last().seq(), false, Reply.NOBODY), START);
        giveUp(QUIET, THEN);
        assertThat(folio.now().open()).isTrue();
    }

    @Test
    void anEndBySomebodySaysNothingOfSilence() {
        asksBack();
        folio.apply(new Change.Close(Begun.ID, ADA, null, Reply.NOBODY), THEN);
        assertThat(Silence.of(last())).isNull();
        assertThat(Silence.of(folio.written().get(0))).isNull();
    }

    private void asksBack() {
        say(LIN, "where is it?", START);
        say(ADA, "which one?", START);
    }

    private void say(Author by, String text, Instant at) {
        assertThat(folio.apply(new Change.Say(Begun.ID, null, by, null, text, Reply.NOBODY), at))
                .isNull();
    }

    private void giveUp(Patience patience, Instant at) {
        assertThat(folio.apply(new Change.GiveUp(Begun.ID, SITE, patience, (in, now) -> false), at))
                .isNull();
    }

    private Entry last() {
        return folio.written().get(folio.written().size() - 1);
    }

    private List<Kind> kinds() {
        return folio.written().stream().map(Entry::kind).toList();
    }
}
