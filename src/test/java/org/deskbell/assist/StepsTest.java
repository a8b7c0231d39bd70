package org.deskbell.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskbell.assist.Permission.ACT;
import static org.deskbell.assist.Permission.POINT;
import static org.deskbell.assist.Permission.SCREEN;
import static org.deskbell.assist.Permission.SEE;
import static org.deskbell.assist.Permission.VOICE;

import java.time.Duration;
import java.util.List;
import org.deskbell.conversation.Change.Step;
import org.deskbell.staff.AgentId;
import org.junit.jupiter.api.Test;

/** What may be asked, allowed, done and stopped, as it is decided under the conversation's lock. */
class StepsTest {
    private final Room room = new Room();

    @Test
    void nothingIsAllowedUntilTheVisitorSaysSo() {
        room.ask("r1", SEE, POINT);
        assertThat(room.allows("r1", SEE)).isFalse();
        assertThat(room.told()).contains("\"event\":\"asked\"", "\"kinds\":[\"see\",\"point\"]");
    }

    @Test
    void whatIsNotAllowedIsDenied() {
        room.ask("r1", SEE, POINT, VOICE);
        room.answer("r1", SEE);
        assertThat(room.allows("r1", SEE)).isTrue();
        assertThat(room.allows("r1", POINT)).isFalse();
        assertThat(room.allowsCall("r1")).isFalse();
        assertThat(room.told()).contains("\"event\":\"allowed\"", "\"kinds\":[\"see\"]", "\"until\":\"");
    }

    @Test
    void noIsAnAnswer() {
        room.ask("r1", SEE, POINT);
        room.answer("r1");
        assertThat(room.told()).contains("\"event\":\"declined\"", "\"kinds\":[\"see\",\"point\"]");
        assertThat(room.conversation().assistance()).isNull();
    }

    @Test
    void onlyWhatWasAskedAndOnlyOnceIsAnswered() {
        assertThat(room.refusal(Steps.answer("never", List.of(SEE)))).isEqualTo("not-asked");
        room.ask("r1", SEE);
        assertThat(room.refusal(Steps.answer("r1", List.of(SEE, VOICE)))).isEqualTo("not-asked");
        room.answer("r1", SEE);
        assertThat(room.refusal(Steps.answer("r1", List.of(SEE)))).isEqualTo("not-asked");
        room.take(Steps.visitorStops("r1", null));
        assertThat(room.refusal(Steps.answer("r1", List.of(SEE)))).isEqualTo("not-asked");
        assertThat(room.allows("r1", SEE)).isFalse();
    }

    @Test
    void whileNobodyHasItNobodyAsks() {
        room.ownedBy(null);
        assertThat(room.refusal(room.asking(Room.ADA, "r1", SEE))).isEqualTo("not-yours");
        room.close();
        assertThat(room.refusal(room.asking(Room.ADA, "r1", SEE))).isEqualTo("not-open");
    }

    @Test
    void aColleagueAsksForHimselfAndHasNothingOfWhatOthersAreAllowed() {
        room.ask("r1", SEE);
        room.answer("r1", SEE);
        room.take(room.asking(Room.BEN, "r2", SEE));
        assertThat(room.allows("r1", SEE)).isTrue();
        assertThat(room.allows("r2", SEE)).isFalse();
        room.answer("r2", SEE);
        assertThat(room.allows("r2", SEE)).isTrue();
        room.ownedBy(null);
        assertThat(room.allows("r1", SEE)).isFalse();
        assertThat(room.allows("r2", SEE)).isFalse();
    }

    @Test
    void whatIsAskedOrAllowedIsNotAskedAgain() {
        room.ask("r1", SEE);
        assertThat(room.refusal(room.asking(Room.ADA, "r2", SEE, VOICE))).isEqualTo("already");
        room.answer("r1", SEE);
        assertThat(room.refusal(room.asking(Room.ADA, "r2", SEE))).isEqualTo("already");
        assertThat(room.refusal(room.asking(Room.ADA, "r1", VOICE))).isEqualTo("already");
        room.ask("r2", POINT);
    }

    @Test
    void pointingNeedsSeeing() {
        assertThat(room.refusal(room.asking(Room.ADA, "r1", POINT))).isEqualTo("needs-see");
        room.ask("r1", SEE, ACT);
        assertThat(room.refusal(room.asking(Room.ADA, "r2", POINT))).isEqualTo("needs-see");
        room.answer("r1", ACT);
        assertThat(room.told()).contains("\"event\":\"declined\"");
        assertThat(room.allows("r1", ACT)).isFalse();
    }

    @Test
    void whoseSightEndsPointsNoMoreAndNotAgainByAnotherRequest() {
        room.ask("r1", SEE);
        room.answer("r1", SEE);
        room.ask("r2", POINT, ACT);
        room.answer("r2", POINT, ACT);
        assertThat(room.allows("r2", POINT)).isTrue();
        room.take(Steps.visitorStops("r1", List.of(SEE)));
        assertThat(room.told()).contains("\"request\":\"r1\"", "\"request\":\"r2\"");
        room.ask("r3", SEE);
        room.answer("r3", SEE);
        assertThat(room.allows("r2", POINT)).isFalse();
    }

    @Test
    void thereAreEightRequestsAtMost() {
        room.fill(Requests.MOST);
        assertThat(room.refusal(room.asking(Room.ADA, "r9", SEE))).isEqualTo("too-many");
    }

    @Test
    void eitherSideStopsAndOnlyHisOwn() {
        room.ask("r1", SEE, VOICE).answer("r1", SEE, VOICE);
        assertThat(room.refusal(Steps.agentStops(new AgentId(2), "r1", null))).isEqualTo("not-allowed");
        room.take(Steps.agentStops(new AgentId(1), "r1", List.of(VOICE)));
        assertThat(room.told()).contains("\"kinds\":[\"voice\"]", "\"why\":\"agent\"");
        assertThat(room.allows("r1", SEE)).isTrue();
        room.take(Steps.visitorStops(null, null));
        assertThat(room.told()).contains("\"kinds\":[\"see\"]", "\"why\":\"visitor\"");
        assertThat(room.take(Steps.visitorStops(null, null)).told()).isEmpty();
    }

    @Test
    void aQuestionCanBeTakenBack() {
        room.ask("r1", SEE);
        room.take(Steps.agentStops(new AgentId(1), "r1", null));
        assertThat(room.refusal(Steps.answer("r1", List.of(SEE)))).isEqualTo("not-asked");
    }

    @Test
    void timeEndsItFromThatInstantAndItIsWrittenOnce() {
        room.ask("r1", SEE).answer("r1", SEE);
        room.pass(Duration.ofMinutes(10).minusMillis(1));
        assertThat(room.allows("r1", SEE)).isTrue();
        room.pass(Duration.ofMillis(1));
        assertThat(room.allows("r1", SEE)).isFalse();
        room.take(Steps.lapse());
        assertThat(room.told()).contains("\"why\":\"expired\"");
        assertThat(room.take(Steps.lapse()).told()).isEmpty();
    }

    @Test
    void nobodyAnswersForFiveMinutes() {
        room.ask("r1", SEE);
        room.pass(Duration.ofMinutes(5));
        assertThat(room.refusal(Steps.answer("r1", List.of(SEE)))).isEqualTo("not-asked");
        room.take(Steps.lapse());
        assertThat(room.told()).contains("\"why\":\"unanswered\"");
    }

    @Test
    void anotherOwnerEndsItAndItDoesNotComeBackWithTheOldOne() {
        room.ask("r1", SEE).answer("r1", SEE);
        room.ownedBy(null);
        assertThat(room.allows("r1", SEE)).isFalse();
        room.ownedBy(Room.ADA.id());
        assertThat(room.allows("r1", SEE)).isFalse();
        room.ask("r2", SEE);
        assertThat(room.told()).contains("\"request\":\"r1\"", "\"why\":\"owner\"", "\"event\":\"asked\"");
        assertThat(room.requests().all()).extracting(Request::id).containsExactly("r2");
    }

    @Test
    void theEndOfTheConversationEndsIt() {
        room.ask("r1", SEE).answer("r1", SEE);
        room.close();
        assertThat(room.allows("r1", SEE)).isFalse();
        room.take(Steps.lapse());
        assertThat(room.told()).contains("\"why\":\"closed\"");
    }

    @Test
    void proposalsNeedPointingAndAreSettledOnce() {
        Proposal proposal = new Proposal("p1", "fill", 12, "Voucher", "GREEN10");
        room.ask("r1", SEE, POINT).answer("r1", SEE);
        assertThat(room.refusal(Steps.propose(new AgentId(1), "r1", proposal))).isEqualTo("not-allowed");
        room.take(Steps.visitorStops(null, null));
        room.ask("r2", SEE, POINT).answer("r2", SEE, POINT);
        assertThat(room.refusal(Steps.propose(new AgentId(2), "r2", proposal))).isEqualTo("not-allowed");
        room.take(Steps.propose(new AgentId(1), "r2", proposal));
        assertThat(room.told()).contains("\"node\":12", "\"label\":\"Voucher\"", "\"value\":\"GREEN10\"");
        assertThat(room.refusal(Steps.settle("r2", "p9", "done"))).isEqualTo("not-asked");
        room.take(Steps.settle("r2", "p1", "done"));
        assertThat(room.told()).contains("\"event\":\"settled\"", "\"answer\":\"done\"");
        assertThat(room.refusal(Steps.settle("r2", "p1", "done"))).isEqualTo("not-asked");
    }

    @Test
    void neverMeansNoMoreProposals() {
        room.ask("r1", SEE, POINT).answer("r1", SEE, POINT);
        room.take(Steps.propose(new AgentId(1), "r1", new Proposal("p1", "click", 3, "Buy", null)));
        room.take(Steps.settle("r1", "p1", "never"));
        assertThat(room.refusal(Steps.propose(new AgentId(1), "r1", new Proposal("p2", "click", 3, "Buy", null))))
                .isEqualTo("not-allowed");
    }

    @Test
    void aCallIsStartedWhileItIsAllowedAndEndsWithItsRequest() {
        assertThat(room.refusal(Steps.called(new AgentId(1), "r1", "started"))).isEqualTo("not-allowed");
        room.ask("r1", SEE, VOICE, SCREEN).answer("r1", SEE, VOICE, SCREEN);
        assertThat(room.refusal(Steps.called(new AgentId(2), "r1", "started"))).isEqualTo("not-allowed");
        room.take(Steps.called(new AgentId(1), "r1", "started"));
        assertThat(room.take(Steps.called(new AgentId(1), "r1", "started")).told())
                .isEmpty();
        room.take(Steps.visitorStops("r1", List.of(VOICE)));
        assertThat(room.told()).doesNotContain("called");
        room.take(Steps.visitorStops("r1", List.of(SCREEN)));
        assertThat(room.told()).contains("\"event\":\"called\"", "\"state\":\"ended\"", "\"kinds\":[\"screen\"]");
        assertThat(room.take(Steps.called(new AgentId(1), "r1", "ended")).told())
                .isEmpty();
    }

    @Test
    void whatCannotBeReadAllowsNothing() {
        room.ask("r1", SEE).answer("r1", SEE);
        room.keep("[{\"id\":\"r1\"");
        assertThat(room.allows("r1", SEE)).isFalse();
    }

    @Test
    void whatWouldNotFitWhereItIsKeptIsTooMuch() {
        String purpose = "\"".repeat(200);
        room.fill(Requests.MOST - 1, purpose);
        assertThat(room.refusal(Steps.ask(Room.ADA, "last", List.of(SEE), purpose, 5)))
                .isEqualTo("too-many");
        room.fill(Requests.MOST - 2, purpose);
        room.take(Steps.ask(Room.ADA, "last", List.of(SEE), purpose, 5));
        assertThat(room.conversation().assistance().length()).isLessThan(4_000);
    }

    @Test
    void everyStepFitsIntoTheLog() {
        Step longest = Steps.propose(
                new AgentId(1),
                "r1",
                new Proposal("p".repeat(64), "fill", Integer.MAX_VALUE, "\"".repeat(200), "\"".repeat(1_000)));
        room.ask("r1", SEE, POINT).answer("r1", SEE, POINT);
        assertThat(room.take(longest).told().get(0).length()).isLessThan(4_000);
    }
}
