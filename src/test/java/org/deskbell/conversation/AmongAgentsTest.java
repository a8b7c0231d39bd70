package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.deskbell.label.LabelId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

/** What agents do about a conversation among themselves. */
class AmongAgentsTest {
    private static final Instant START = Begun.START;
    private static final Instant LATER = START.plusSeconds(60);
    private static final Author LIN = Author.visitor(new VisitorId(7), "Lin");
    private static final Author ADA = Author.agent(new AgentId(1), "Ada");
    private static final Author SITE = new Author(Side.SITE, 1, null);
    private static final Author BEN = Author.agent(new AgentId(2), "Ben");

    private final Folio folio = new Folio(Begun.fresh());
    private List<LabelId> there =
            LongStream.rangeClosed(1, 100).mapToObj(LabelId::new).toList();

    @Test
    void aNoteIsNeitherAMessageNorAnAnswer() {
        say(LIN, "hello?");
        note(ADA, "looks angry");
        Conversation now = folio.now();
        assertThat(now.lastSeq()).isEqualTo(2);
        assertThat(now.last().text()).isEqualTo("hello?");
        assertThat(now.unread()).isEqualTo(1);
        assertThat(now.waitingSince()).isEqualTo(START);
        assertThat(now.owner()).isNull();
    }

    @Test
    void anybodyMayNoteWhateverTheStateAndWhoeverHasIt() {
        folio.apply(new Change.Claim(id(), ADA, "ref00001", Reply.NOBODY), START);
        assertThat(note(BEN, "I know him")).isNull();
        folio.apply(new Change.Close(id(), ADA, "ref00002", Reply.NOBODY), START);
        assertThat(note(BEN, "he called")).isNull();
        assertThat(folio.now().open()).isFalse();
        assertThat(folio.now().owner()).isEqualTo(new AgentId(1));
    }

    @Test
    void aNoteIsKeptWithWhomItMentionsAndReadAsItWas() {
        note(ADA, "@Ben\nplease", 2, 9);
        Remark read = Remark.of(folio.written().get(0).text());
        assertThat(read).isEqualTo(new Remark(List.of(new AgentId(2), new AgentId(9)), "@Ben\nplease"));
        note(ADA, "nobody");
        assertThat(Remark.of(folio.written().get(1).text())).isEqualTo(new Remark(List.of(), "nobody"));
    }

    @Test
    void whoWasMentionedIsKnownUntilHeHasLookedOnce() {
        note(ADA, "@Ben", 2, 9);
        note(ADA, "@Ben again", 2);
        assertThat(folio.now().aside().mentioned()).containsExactly(new AgentId(2), new AgentId(9));
        heed(BEN);
        heed(BEN);
        heed(ADA);
        assertThat(folio.now().aside().mentioned()).containsExactly(new AgentId(9));
        assertThat(kinds()).containsExactly(Kind.NOTED, Kind.NOTED, Kind.HEEDED);
    }

    @Test
    void whenItWasClosedIsNotMovedByWhatIsDoneAfterwards() {
        note(ADA, "@Ben", 2);
        folio.apply(new Change.Close(id(), ADA, "ref00002", Reply.NOBODY), LATER);
        Instant muchLater = LATER.plusSeconds(60);
        folio.apply(new Change.Heed(id(), BEN, Reply.NOBODY), muchLater);
        folio.apply(new Change.Note(id(), BEN, "ref00008", new Remark(List.of(), "done"), Reply.NOBODY), muchLater);
        assertThat(folio.now().changedAt()).isEqualTo(LATER);
        assertThat(folio.now().lastSeq()).isEqualTo(4);
    }

    @Test
    void aLabelIsPutOnOnceAndTakenOffOnceAndToldUnderItsNameOfThen() {
        label(ADA, true, 7, "Refund");
        label(BEN, true, 7, "Refund");
        label(BEN, true, 9, "VIP");
        label(ADA, false, 7, "Money back");
        label(ADA, false, 7, "Money back");
        assertThat(folio.now().aside().labels()).containsExactly(new LabelId(9));
        assertThat(folio.written())
                .extracting(entry -> Labelling.of(entry.text()))
                .containsExactly(
                        new Labelling(true, new LabelId(7), "Refund"),
                        new Labelling(true, new LabelId(9), "VIP"),
                        new Labelling(false, new LabelId(7), "Money back"));
    }

    @Test
    void thereIsAnEndToLabels() {
        for (int i = 1; i <= Aside.LABELS; i++)
            assertThat(label(ADA, true, i, "l" + i)).isNull();
        assertThat(label(ADA, true, 99, "one more").reason()).isEqualTo("too-many");
        assertThat(label(ADA, false, 1, "l1")).isNull();
        assertThat(label(ADA, true, 99, "one more")).isNull();
    }

    @Test
    void aLabelThatWasRemovedTakesNoRoomAndComesOffWithoutAName() {
        for (int i = 1; i <= Aside.LABELS; i++) label(ADA, true, i, "l" + i);
        assertThat(label(ADA, false, 20, "")).isNull();
        assertThat(folio.now().aside().labels()).hasSize(19).doesNotContain(new LabelId(20));
        label(ADA, true, 20, "l20");
        there = LongStream.rangeClosed(2, 100).mapToObj(LabelId::new).toList();
        assertThat(label(ADA, true, 99, "one more")).isNull();
        assertThat(folio.now().aside().labels())
                .hasSize(Aside.LABELS)
                .contains(new LabelId(99))
                .doesNotContain(new LabelId(1));
    }

    @Test
    void whatSleepsIsWokenByItsTimeAndNotBefore() {
        assertThat(snooze(ADA, LATER)).isNull();
        assertThat(folio.now().aside().snooze()).isEqualTo(new Aside.Snooze(START, LATER));
        wake(SITE, LATER.minusMillis(1));
        assertThat(folio.now().aside().snooze()).isNotNull();
        wake(SITE, LATER);
        wake(SITE, LATER);
        assertThat(folio.now().aside().snooze()).isNull();
        assertThat(kinds()).containsExactly(Kind.SNOOZED, Kind.WOKEN);
        assertThat(folio.written().get(1).text()).isEqualTo("time");
    }

    @Test
    void whatSleepsUntilTheVisitorWritesIsNotWokenByTime() {
        snooze(ADA, null);
        wake(SITE, START.plusSeconds(1_000_000));
        assertThat(kinds()).containsExactly(Kind.SNOOZED);
        say(LIN, "I am back");
        assertThat(kinds()).containsExactly(Kind.SNOOZED, Kind.WOKEN, Kind.POSTED);
        assertThat(folio.written().get(1).text()).isEqualTo("visitor");
        assertThat(folio.written().get(2).ref()).isEqualTo("ref00003");
        assertThat(folio.now().aside().snooze()).isNull();
    }

    @Test
    void anAnswerLetsItSleepAndTakingItOrClosingItDoesNot() {
        snooze(ADA, LATER);
        say(ADA, "we are on it");
        assertThat(folio.now().aside().snooze()).isNotNull();
        folio.apply(new Change.Close(id(), ADA, "ref00002", Reply.NOBODY), START);
        assertThat(folio.now().aside().snooze()).isNull();
        say(LIN, "again");
        snooze(BEN, LATER);
        folio.apply(new Change.Claim(id(), BEN, "ref00001", Reply.NOBODY), START);
        assertThat(folio.now().aside().snooze()).isNull();
    }

    @Test
    void onlyWhoHasItLetsItSleepAndWakesItAndOnlyForATimeToCome() {
        folio.apply(new Change.Claim(id(), ADA, "ref00001", Reply.NOBODY), START);
        assertThat(snooze(BEN, LATER).reason()).isEqualTo("taken");
        assertThat(snooze(ADA, START).reason()).isEqualTo("bad-time");
        assertThat(snooze(ADA, START.plus(Duration.ofDays(367))).reason()).isEqualTo("bad-time");
        assertThat(wake(ADA, START)).isNull();
        snooze(ADA, LATER);
        assertThat(wake(BEN, START).reason()).isEqualTo("taken");
        assertThat(wake(ADA, START)).isNull();
        folio.apply(new Change.Close(id(), ADA, "ref00002", Reply.NOBODY), START);
        assertThat(snooze(ADA, LATER).reason()).isEqualTo("not-open");
    }

    @Test
    void mentionsThatWaitForEverAreGivenUpTheOldestFirst() {
        for (long agent = 10; agent < 60; agent++) note(ADA, "all", agent);
        assertThat(folio.now().aside().mentioned())
                .hasSize(40)
                .startsWith(new AgentId(20))
                .endsWith(new AgentId(59));
    }

    @Test
    void whatIsKeptInTheRowIsReadAsItWas() {
        note(ADA, "all", 2, 9);
        label(ADA, true, 7, "Refund");
        label(ADA, true, 8, "VIP");
        snooze(ADA, LATER);
        Aside aside = folio.now().aside();
        assertThat(Aside.of(aside.mentionedWord(), aside.labelsWord(), Aside.snooze(START, LATER), null))
                .isEqualTo(aside);
        assertThat(Aside.NONE.mentionedWord()).isNull();
        assertThat(Aside.of(null, null, null, null)).isEqualTo(Aside.NONE);
    }

    private Refusal note(Author by, String text, long... mentioned) {
        List<AgentId> ids = Arrays.stream(mentioned).mapToObj(AgentId::new).toList();
        return folio.apply(new Change.Note(id(), by, "ref00005", new Remark(ids, text), Reply.NOBODY), START);
    }

    private Refusal label(Author by, boolean on, long label, String name) {
        Labelling labelling = new Labelling(on, new LabelId(label), name);
        return folio.apply(new Change.Label(id(), by, "ref00006", labelling, there, Reply.NOBODY), START);
    }

    private Refusal snooze(Author by, Instant until) {
        return folio.apply(new Change.Snooze(id(), by, "ref00007", until, Reply.NOBODY), START);
    }

    private Refusal wake(Author by, Instant at) {
        return folio.apply(new Change.Wake(id(), by, null, Reply.NOBODY), at);
    }

    private void heed(Author by) {
        assertThat(folio.apply(new Change.Heed(id(), by, Reply.NOBODY), START)).isNull();
    }

    private void say(Author by, String text) {
        folio.apply(new Change.Say(id(), null, by, "ref00003", text, Reply.NOBODY), START);
    }

    private List<Kind> kinds() {
        return folio.written().stream().map(Entry::kind).toList();
    }

    private static ConversationId id() {
        return new ConversationId(1);
    }
}
