package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

class FolioTest {
    private static final Instant START = Begun.START;
    private static final Instant LATER = START.plusSeconds(60);
    private static final Author LIN = Author.visitor(new VisitorId(7), "Lin");
    private static final Author ADA = Author.agent(new AgentId(1), "Ada");
    private static final Author BEN = Author.agent(new AgentId(2), "Ben");

    private static final Target.Colleague TO_BEN = new Target.Colleague(new AgentId(2), "Ben");
    private static final Target TO_ORDERS = new Target.Department(100, "Orders \"now\"");

    private final Folio folio = new Folio(Begun.fresh());

    @Test
    void everyEntryGetsTheNextNumber() {
        say(LIN, "one");
        claim(ADA);
        say(ADA, "two");
        mark(LIN, 3, 3);
        close(ADA);
        assertThat(folio.written()).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(folio.now().lastSeq()).isEqualTo(5);
    }

    @Test
    void theSecondClaimIsToldWhoHasIt() {
        assertThat(claim(ADA)).isNull();
        Refusal refusal = claim(BEN);
        assertThat(refusal.reason()).isEqualTo("taken");
        assertThat(refusal.by().id()).isEqualTo(1);
        assertThat(folio.now().owner()).isEqualTo(new AgentId(1));
    }

    @Test
    void itIsTakenOverFromWhoHasItAndFromNobodyElse() {
        claim(ADA);
        assertThat(takeOver(BEN, new Former(new AgentId(3), "Cleo")).reason()).isEqualTo("taken");
        assertThat(takeOver(BEN, new Former(new AgentId(1), "Ada O’Hara"))).isNull();
        assertThat(folio.now().owner()).isEqualTo(new AgentId(2));
        Entry entry = folio.written().get(1);
        assertThat(entry.kind()).isEqualTo(Kind.CLAIMED);
        assertThat(entry.by()).isEqualTo(BEN);
        assertThat(Former.of(entry)).isEqualTo(new Former(new AgentId(1), "Ada O’Hara"));
        assertThat(takeOver(ADA, new Former(new AgentId(1), "Ada")).reason()).isEqualTo("taken");
    }

    @Test
    void whatNobodyHasAnyMoreIsClaimedAsEver() {
        assertThat(takeOver(BEN, new Former(new AgentId(1), "Ada"))).isNull();
        assertThat(folio.now().owner()).isEqualTo(new AgentId(2));
        assertThat(Former.of(folio.written().get(0))).isNull();
    }

    @Test
    void takingOverEndsTheAssistanceAndWakesWhatSleeps() {
        claim(ADA);
        folio.apply(new Change.Assist(id(), ADA, "ref00005", (locked, at) -> helping(), Reply.NOBODY), START);
        folio.apply(new Change.Snooze(id(), ADA, "ref00006", null, Reply.NOBODY), START);
        takeOver(BEN, new Former(new AgentId(1), "Ada"));
        assertThat(folio.now().assistance()).startsWith(Conversation.BROKEN);
        assertThat(folio.now().aside().snooze()).isNull();
    }

    private static Change.Outcome helping() {
        return new Change.Outcome(null, "helping", List.of("{}"));
    }

    private Refusal takeOver(Author by, Former from) {
        return folio.apply(new Change.Claim(id(), by, "ref00004", from, Reply.NOBODY), START);
    }

    @Test
    void onlyWhatWaitsIsGivenToAnAgent() {
        assign(BEN);
        assertThat(folio.now().owner()).isEqualTo(new AgentId(2));
        assertThat(folio.written())
                .last()
                .matches(Entry::isAssigned)
                .extracting(Entry::by)
                .isEqualTo(BEN);
        assign(ADA);
        assertThat(folio.now().owner()).isEqualTo(new AgentId(2));
        close(BEN);
        assign(ADA);
        assertThat(folio.written()).extracting(Entry::kind).containsExactly(Kind.CLAIMED, Kind.CLOSED);
    }

    @Test
    void whatSleepsIsGivenToNobody() {
        folio.apply(new Change.Snooze(folio.id(), ADA, "s", null, Reply.NOBODY), LATER);
        assign(BEN);
        assertThat(folio.now().owner()).isNull();
    }

    private void assign(Author agent) {
        assertThat(folio.apply(new Change.Assign(folio.id(), agent, Reply.NOBODY), LATER))
                .isNull();
    }

    @Test
    void claimingTwiceChangesNothing() {
        claim(ADA);
        assertThat(claim(ADA)).isNull();
        assertThat(folio.written()).hasSize(1);
    }

    @Test
    void answeringWhatNobodyHasClaimsIt() {
        say(LIN, "hello?");
        say(ADA, "hello");
        assertThat(kinds()).containsExactly(Kind.POSTED, Kind.CLAIMED, Kind.POSTED);
        assertThat(folio.now().owner()).isEqualTo(new AgentId(1));
    }

    @Test
    void answeringWhatSomebodyElseHasIsRefused() {
        claim(ADA);
        assertThat(say(BEN, "me too").reason()).isEqualTo("taken");
        assertThat(folio.written()).hasSize(1);
    }

    @Test
    void handingBackKeepsThePlaceInTheQueue() {
        claim(ADA);
        assertThat(folio.apply(new Change.Release(id(), ADA, "ref00001", Reply.NOBODY), LATER))
                .isNull();
        assertThat(folio.now().owner()).isNull();
        assertThat(folio.now().queuedAt()).isEqualTo(START);
        assertThat(folio.written().get(1).text()).isEqualTo("handed-back");
    }

    @Test
    void onlyTheOwnerHandsBack() {
        claim(ADA);
        assertThat(folio.apply(new Change.Release(id(), BEN, "ref00001", Reply.NOBODY), LATER)
                        .reason())
                .isEqualTo("not-yours");
    }

    @Test
    void anOwnerWhoDropsOutLosesItOnlyWhileItIsHis() {
        claim(ADA);
        folio.apply(new Change.DropOut(id(), new AgentId(2), Change.DropOut.GONE, BEN, Reply.NOBODY), LATER);
        assertThat(folio.now().owner()).isEqualTo(new AgentId(1));
        folio.apply(new Change.DropOut(id(), new AgentId(1), Change.DropOut.GONE, ADA, Reply.NOBODY), LATER);
        assertThat(folio.now().owner()).isNull();
        assertThat(folio.written().get(1).text()).isEqualTo("dropped-out");
    }

    @Test
    void whoGoesOfflineHandsBackWhatIsHisAndAwake() {
        claim(ADA);
        folio.apply(offline(BEN), LATER);
        folio.apply(new Change.Snooze(id(), ADA, "ref00004", null, Reply.NOBODY), LATER);
        folio.apply(offline(ADA), LATER);
        assertThat(folio.now().owner()).isEqualTo(new AgentId(1));
        folio.apply(new Change.Wake(id(), ADA, "ref00005", Reply.NOBODY), LATER);
        folio.apply(offline(ADA), LATER);
        folio.apply(offline(ADA), LATER);
        assertThat(folio.now().owner()).isNull();
        assertThat(folio.now().queuedAt()).isEqualTo(START);
        assertThat(folio.written()).extracting(Entry::kind).containsOnlyOnce(Kind.RELEASED);
        assertThat(folio.written().get(3).text()).isEqualTo("went-offline");
    }

    @Test
    void whatIsGivenToAColleagueByWhoGoesOfflineIsGivenOnce() {
        folio.apply(give(ADA), LATER);
        assertThat(folio.written()).isEmpty();
        claim(ADA);
        folio.apply(give(ADA), LATER);
        folio.apply(give(ADA), LATER);
        folio.apply(offline(ADA), LATER);
        assertThat(folio.now().owner()).isEqualTo(new AgentId(2));
        assertThat(folio.written()).extracting(Entry::kind).containsExactly(Kind.CLAIMED, Kind.TRANSFERRED);
        String told = folio.written().get(1).text();
        assertThat(Target.of(told)).isEqualTo(TO_BEN);
        assertThat(Target.isOffline(told)).isTrue();
        assertThat(Target.isOffline(TO_BEN.told())).isFalse();
    }

    @Test
    void whatSleepsOrIsOverIsNotGivenToAColleague() {
        claim(ADA);
        folio.apply(new Change.Snooze(id(), ADA, "ref00004", null, Reply.NOBODY), LATER);
        folio.apply(give(ADA), LATER);
        close(ADA);
        folio.apply(give(ADA), LATER);
        assertThat(folio.written()).extracting(Entry::kind).doesNotContain(Kind.TRANSFERRED);
    }

    private Change offline(Author agent) {
        return new Change.DropOut(id(), new AgentId(agent.id()), Change.DropOut.OFFLINE, agent, Reply.NOBODY);
    }

    private Change give(Author agent) {
        return new Change.Give(id(), agent, TO_BEN, Reply.NOBODY);
    }

    @Test
    void aMessageAfterTheEndOpensItAgainForTheQueue() {
        claim(ADA);
        close(ADA);
        folio.apply(new Change.Say(id(), null, LIN, "ref00009", "one more thing", Reply.NOBODY), LATER);
        assertThat(kinds()).containsExactly(Kind.CLAIMED, Kind.CLOSED, Kind.REOPENED, Kind.POSTED);
        assertThat(folio.now().open()).isTrue();
        assertThat(folio.now().owner()).isNull();
        assertThat(folio.now().queuedAt()).isEqualTo(LATER);
    }

    @Test
    void whatWasHeldForAnOpenConversationIsNotSaidWhenItIsOver() {
        claim(ADA);
        close(LIN);
        assertThat(heldSay(true).reason()).isEqualTo("not-open");
        assertThat(kinds()).containsExactly(Kind.CLAIMED, Kind.CLOSED);
        assertThat(heldSay(false)).isNull();
        assertThat(kinds()).contains(Kind.REOPENED);
    }

    private Refusal heldSay(boolean forOpen) {
        HeldMessage held = new HeldMessage(
                new AgentId(1), "Ada", "ref00009", id(), new VisitorId(7), "Bye", List.of(), 0, List.of(), forOpen);
        return folio.apply(held.said(Reply.NOBODY), LATER);
    }

    @Test
    void closingTwiceIsRefused() {
        assertThat(close(LIN)).isNull();
        assertThat(close(ADA).reason()).isEqualTo("not-open");
    }

    @Test
    void unreadCountsWhatNoAgentHasSeen() {
        say(LIN, "one");
        say(LIN, "two");
        assertThat(folio.now().unread()).isEqualTo(2);
        assertThat(folio.now().waitingSince()).isEqualTo(START);
        mark(ADA, 2, 2);
        assertThat(folio.now().unread()).isZero();
        assertThat(folio.now().waitingSince()).isEqualTo(START);
        say(ADA, "here");
        assertThat(folio.now().waitingSince()).isNull();
    }

    @Test
    void marksNeverGoBackNorBeyondTheEnd() {
        say(LIN, "one");
        mark(ADA, 99, 99);
        assertThat(folio.now().agentMarks()).isEqualTo(new Marks(1, 1));
        mark(ADA, 0, 0);
        assertThat(folio.now().agentMarks()).isEqualTo(new Marks(1, 1));
        assertThat(folio.written()).hasSize(2);
    }

    @Test
    void whatIsSeenHasAlsoArrived() {
        say(LIN, "one");
        mark(ADA, 0, 1);
        assertThat(folio.now().agentMarks()).isEqualTo(new Marks(1, 1));
    }

    @Test
    void thePreviewDoesNotCutACharacterInTwo() {
        say(LIN, "x".repeat(199) + "👋");
        assertThat(folio.now().last().text()).isEqualTo("x".repeat(199));
    }

    @Test
    void aStepOfAssistanceIsKeptAndToldUnderItsRef() {
        claim(ADA);
        assist(new Change.Outcome(null, "[]", List.of("{1}", "{2}")));
        assertThat(folio.now().assistance()).isEqualTo("[]");
        assertThat(folio.written())
                .extracting(Entry::kind, Entry::text, Entry::ref)
                .endsWith(tuple(Kind.ASSISTED, "{1}", null), tuple(Kind.ASSISTED, "{2}", "ref00007"));
    }

    @Test
    void aStepThatIsRefusedOrTellsNothingChangesNothing() {
        assertThat(assist(Change.Outcome.refused("already")).reason()).isEqualTo("already");
        assertThat(assist(new Change.Outcome(null, "other", List.of()))).isNull();
        assertThat(folio.now().assistance()).isNull();
        assertThat(folio.written()).isEmpty();
    }

    @Test
    void assistanceIsBrokenByAnotherOwnerAndByTheEndAndStaysSo() {
        claim(ADA);
        assist(new Change.Outcome(null, "[]", List.of("{1}")));
        folio.apply(new Change.Release(id(), ADA, "ref00001", Reply.NOBODY), LATER);
        claim(ADA);
        assertThat(folio.now().assistance()).isEqualTo("![]");
        close(ADA);
        assertThat(folio.now().assistance()).isEqualTo("![]");
    }

    @Test
    void aRatingIsWrittenAfterTheEndAndMovesNothing() {
        say(LIN, "hello?");
        assertThat(rate(5, "kind", START).reason()).isEqualTo("not-closed");
        close(ADA);
        assertThat(rate(5, "kind & quick", LATER)).isNull();
        assertThat(folio.now().changedAt()).isEqualTo(START);
        assertThat(rate(2, null, LATER)).isNull();
        assertThat(folio.written())
                .extracting(Entry::kind, Entry::text)
                .endsWith(tuple(Kind.RATED, "5 kind & quick"), tuple(Kind.RATED, "2"));
    }

    @Test
    void aRatingIsTakenForADay() {
        close(ADA);
        assertThat(rate(4, null, START.plus(Folio.RATING))).isNull();
        assertThat(rate(3, null, START.plus(Folio.RATING).plusMillis(1)).reason())
                .isEqualTo("too-late");
    }

    private Refusal rate(int stars, String comment, Instant at) {
        return folio.apply(new Change.Rate(id(), LIN, "ref0000" + stars, stars, comment, Reply.NOBODY), at);
    }

    private Refusal assist(Change.Outcome outcome) {
        return folio.apply(new Change.Assist(id(), ADA, "ref00007", (now, at) -> outcome, Reply.NOBODY), START);
    }

    @Test
    void aMessageMayBeNothingButFiles() {
        assertThat(bring(LIN, "", Map.of("a", upload(LIN, null)), "a")).isNull();
        assertThat(folio.written()).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEmpty();
            assertThat(entry.files()).extracting(Attached::name).containsExactly("pot.jpg");
        });
        assertThat(folio.now().last().text()).isEqualTo("📎 pot.jpg");
    }

    @Test
    void aFileIsSaidOnceAndByWhoUploadedIt() {
        Map<String, Upload> uploads =
                Map.of("lins", upload(LIN, null), "adas", upload(ADA, 1L), "there", upload(ADA, 2L));
        assertThat(bring(LIN, "look", uploads, "adas").reason()).isEqualTo("unknown-file");
        assertThat(bring(ADA, "look", uploads, "lins").reason()).isEqualTo("unknown-file");
        assertThat(bring(ADA, "look", uploads, "there").reason()).isEqualTo("unknown-file");
        assertThat(bring(LIN, "look", uploads, "nobodys").reason()).isEqualTo("unknown-file");
        assertThat(folio.written()).isEmpty();
        assertThat(bring(LIN, "look", uploads, "lins")).isNull();
        assertThat(bring(LIN, "look again", uploads, "lins").reason()).isEqualTo("unknown-file");
        assertThat(bring(ADA, "and this", uploads, "adas")).isNull();
    }

    @Test
    void oneMessageCarriesNoMoreThanTheSiteAllows() {
        Map<String, Upload> uploads = Map.of("a", upload(LIN, null), "b", upload(LIN, null), "c", upload(LIN, null));
        assertThat(bring(LIN, "all", uploads, "a", "b", "c").reason()).isEqualTo("too-many-files");
        assertThat(bring(LIN, "two", uploads, "a", "b")).isNull();
    }

    private Refusal bring(Author by, String text, Map<String, Upload> uploads, String... files) {
        Change.Say say = new Change.Say(id(), null, by, "ref-" + text.hashCode(), text, List.of(files), Reply.NOBODY);
        return folio.apply(say, START, uploads);
    }

    private static Upload upload(Author by, Long conversation) {
        Attached file = new Attached("a", "pot.jpg", 5, "image/jpeg", 4, 3);
        return new Upload(file, by.side(), by.id(), 1, conversation, 2, false);
    }

    private Refusal say(Author by, String text) {
        return folio.apply(new Change.Say(id(), null, by, "ref-" + text.hashCode(), text, Reply.NOBODY), START);
    }

    @Test
    void theOwnerHandsItOnToAColleague() {
        claim(ADA);
        assertThat(transfer(ADA, TO_BEN)).isNull();
        assertThat(folio.now().owner()).isEqualTo(new AgentId(2));
        assertThat(Target.of(folio.written().get(1).text())).isEqualTo(TO_BEN);
    }

    @Test
    void inADepartmentItWaitsAtThePlaceItHas() {
        claim(ADA);
        assertThat(transfer(ADA, TO_ORDERS)).isNull();
        assertThat(folio.now().owner()).isNull();
        assertThat(folio.now().department()).isEqualTo(100);
        assertThat(folio.now().queuedAt()).isEqualTo(START);
        assertThat(Target.of(folio.written().get(1).text())).isEqualTo(TO_ORDERS);
    }

    @Test
    void whatNobodyHasAnybodyHandsOn() {
        assertThat(transfer(BEN, TO_ORDERS)).isNull();
        assertThat(kinds()).containsExactly(Kind.TRANSFERRED);
    }

    @Test
    void whatSomebodyElseHasIsNotHandedOn() {
        claim(ADA);
        assertThat(transfer(BEN, TO_ORDERS).reason()).isEqualTo("taken");
        assertThat(folio.now().owner()).isEqualTo(new AgentId(1));
    }

    @Test
    void whatIsOverIsNotHandedOn() {
        close(ADA);
        assertThat(transfer(ADA, TO_BEN).reason()).isEqualTo("not-open");
    }

    @Test
    void handingOnToWhereItIsChangesNothing() {
        transfer(ADA, TO_BEN);
        assertThat(transfer(BEN, TO_BEN)).isNull();
        assertThat(folio.written()).hasSize(1);
    }

    @Test
    void whatHasMovedMeanwhileIsNotHandedOn() {
        transfer(ADA, TO_ORDERS);
        assertThat(transfer(BEN, TO_BEN).reason()).isEqualTo("moved");
    }

    private Refusal transfer(Author by, Target to) {
        return folio.apply(new Change.Transfer(id(), by, "ref00009", null, to, Reply.NOBODY), LATER);
    }

    private Refusal claim(Author by) {
        return folio.apply(new Change.Claim(id(), by, "ref00001", Reply.NOBODY), START);
    }

    private Refusal close(Author by) {
        return folio.apply(new Change.Close(id(), by, "ref00002", Reply.NOBODY), START);
    }

    private void mark(Author by, long delivered, long seen) {
        folio.apply(new Change.Mark(id(), by, delivered, seen), START);
    }

    private List<Kind> kinds() {
        return folio.written().stream().map(Entry::kind).toList();
    }

    private static ConversationId id() {
        return new ConversationId(1);
    }
}
