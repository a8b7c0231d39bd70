package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskbell.support.Helping.event;
import static org.deskbell.support.Helping.got;
import static org.deskbell.support.Helping.ofPage;
import static org.deskbell.support.Helping.passedOn;
import static org.deskbell.support.Helping.refusal;

import java.net.URI;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.Helping;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Tape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Remote assistance from the question to the end, over the wire. */
class AssistanceIT {

    private final URI server = ServerUnderTest.shared();

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void thePageIsSeenByTheAgentWhoWatchesUntilTheVisitorStopsIt(Carrier carrier) {
        try (Helping two = Helping.open(server, carrier);
                DeskClient bystander = two.bystander(server)) {
            Tape visitor = two.visitor.tape();
            Tape agent = two.agent.tape();
            String request = two.ask("see", "point");
            Frame asked = event(visitor, "asked", request);
            assertThat(asked.child("agent").text("name")).isEqualTo("Ben");
            assertThat(asked.text("purpose")).isEqualTo("to see what you see");
            two.allow(request, "see");
            assertThat(event(agent, "allowed", request).json().getJsonArray("kinds"))
                    .isEqualTo(Helping.words("see"));

            two.visitor.send(ofPage("before anybody looks", 1));
            two.visitor.sayAndWait("look");
            two.watch(request);
            int mark = agent.size();
            two.visitor.send(ofPage("a picture", 2));
            assertThat(passedOn(agent, mark, "page").number("n")).isEqualTo(2);
            assertThat(got(agent, "before anybody looks")).isFalse();
            assertThat(refusal(agent, () -> two.agent.send(two.toVisitor(request, "point", "{\"off\":true}"))))
                    .isEqualTo("not-allowed");

            int stop = agent.size();
            two.visitor.send(Frame.of("stop", "ref", ChatClient.ref()));
            two.visitor.send(ofPage("after the stop", 3));
            assertThat(event(agent, "stopped", request).text("why")).isEqualTo("visitor");
            Frame now = agent.await(stop, "assistance");
            assertThat(now.children("requests")).isEmpty();
            assertThat(visitor.await("refused").text("reason")).isEqualTo("not-allowed");
            two.visitor.sayAndWait("that was it");
            bystander.awaitText(two.conversation, "that was it");
            assertThat(got(agent, "after the stop")).isFalse();
            assertThat(bystander.tape().all("assist")).isEmpty();
            assertThat(bystander.tape().all("assisted")).hasSize(3);
        }
    }

    @Test
    void pointersReachAllScreensOfTheVisitor() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET);
                ChatClient tab = two.visitor.tab(server).start()) {
            String request = two.allowed("see", "point");
            two.agent.send(two.toVisitor(request, "point", "{\"mark\":{\"node\":12}}"));
            for (ChatClient screen : new ChatClient[] {two.visitor, tab}) {
                Frame point = passedOn(screen.tape(), 0, "point");
                assertThat(point.text("request")).isEqualTo(request);
                assertThat(point.child("by").text("name")).isEqualTo("Ben");
            }
        }
    }

    @Test
    void whoComesLaterIsToldHowItStands() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET)) {
            String request = two.allowed("see");
            try (ChatClient tab = two.visitor.tab(server).start();
                    DeskClient other = two.bystander(server)) {
                for (Tape tape : new Tape[] {tab.tape(), other.tape()}) {
                    Frame stands = tape.await("assistance").children("requests").get(0);
                    assertThat(stands.text("request")).isEqualTo(request);
                    assertThat(stands.text("state")).isEqualTo("allowed");
                    assertThat(stands.text("until")).endsWith("Z");
                }
            }
        }
    }

    @Test
    void aStepIsProposedAndSettled() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET)) {
            String request = two.allowed("see", "point");
            String proposal = ChatClient.ref();
            two.agent.send(Frame.of(
                    "propose",
                    "conversation",
                    two.conversation,
                    "ref",
                    proposal,
                    "request",
                    request,
                    "action",
                    "fill",
                    "node",
                    12,
                    "label",
                    "Voucher",
                    "value",
                    "GREEN10"));
            Frame proposed = event(two.visitor.tape(), "proposed", request);
            assertThat(proposed.text("proposal")).isEqualTo(proposal);
            assertThat(proposed.number("node")).isEqualTo(12);
            two.visitor.send(Frame.of(
                    "settle", "ref", ChatClient.ref(), "request", request, "proposal", proposal, "answer", "no"));
            assertThat(event(two.agent.tape(), "settled", request).text("answer"))
                    .isEqualTo("no");
        }
    }

    @Test
    void aQuestionThatIsRepeatedIsOneQuestion() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET)) {
            String request = two.ask("see");
            two.agent.send(two.question(request, "see"));
            assertThat(refusal(two.agent.tape(), () -> two.agent.send(two.question(ChatClient.ref(), "see"))))
                    .isEqualTo("already");
            two.visitor.sayAndWait("you asked me something");
            assertThat(two.visitor.tape().all("assisted")).hasSize(1);
        }
    }
}
