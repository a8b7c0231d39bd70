package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskbell.support.Helping.answer;
import static org.deskbell.support.Helping.event;
import static org.deskbell.support.Helping.got;
import static org.deskbell.support.Helping.ofPage;
import static org.deskbell.support.Helping.refusal;

import java.net.URI;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.Helping;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** S45: nobody sees, points, acts or calls without the visitor's consent, given to him, for this, and still held. */
class S45AssistanceConsentIT {

    private final URI server = ServerUnderTest.shared();

    @Test
    void withoutConsentNothingIsPassedOn() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET)) {
            nothingIsAllowed(two, two.agent, ChatClient.ref());
            String asked = two.ask("see", "point", "act", "voice");
            nothingIsAllowed(two, two.agent, asked);
            assertThat(refusal(two.visitor.tape(), () -> two.visitor.send(ofPage("x", 1))))
                    .isEqualTo("not-allowed");
            two.visitor.send(answer(ChatClient.ref(), asked));
            event(two.agent.tape(), "declined", asked);
            nothingIsAllowed(two, two.agent, asked);
            assertThat(two.visitor.tape().all("assist")).isEmpty();
        }
    }

    @Test
    void anotherAgentHasNothingOfIt() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET);
                DeskClient other = two.bystander(server)) {
            String request = two.allowed("see", "point", "act", "voice");
            nothingIsAllowed(two, other, request);
            assertThat(refusal(
                            other.tape(),
                            () -> other.send(Frame.of(
                                    "stop",
                                    "conversation",
                                    two.conversation,
                                    "ref",
                                    ChatClient.ref(),
                                    "request",
                                    request))))
                    .isEqualTo("not-allowed");
            other.send(two.question(ChatClient.ref(), "see"));
            two.visitor
                    .tape()
                    .await(
                            "the second question",
                            frame -> frame.is("assisted") && !request.equals(frame.text("request")));
            two.watch(request);
            two.visitor.send(ofPage("for Ben alone", 1));
            Helping.passedOn(two.agent.tape(), 0, "page");
            two.visitor.sayAndWait("did you see?");
            other.awaitText(two.conversation, "did you see?");
            assertThat(other.tape().all("assist")).isEmpty();
        }
    }

    @Test
    void afterAStopNothingIsPassedOnByTheVeryNextFrame() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET)) {
            String request = two.allowed("see", "point", "act", "voice");
            two.watch(request);
            two.visitor.send(Frame.of("stop", "ref", ChatClient.ref(), "request", request));
            two.visitor.send(ofPage("too late", 1));
            assertThat(two.visitor.tape().await("refused").text("reason")).isEqualTo("not-allowed");
            event(two.agent.tape(), "stopped", request);
            nothingIsAllowed(two, two.agent, request);
            assertThat(got(two.agent.tape(), "too late")).isFalse();
        }
    }

    @Test
    void whoHandsTheConversationBackHasNothingAnyMoreEvenWhenHeTakesItAgain() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET)) {
            String request = two.allowed("see", "point", "act", "voice");
            two.agent.ask("release", two.conversation);
            assertThat(event(two.visitor.tape(), "stopped", request).text("why"))
                    .isEqualTo("owner");
            two.claim();
            nothingIsAllowed(two, two.agent, request);
        }
    }

    @Test
    void anotherOwnerHasToAskHimself() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET);
                DeskClient other = two.bystander(server)) {
            String request = two.allowed("see", "point", "act", "voice");
            two.agent.awaitEntry(two.agent.ask("release", two.conversation), "released", two.conversation);
            other.awaitEntry(other.ask("claim", two.conversation), "claimed", two.conversation);
            event(other.tape(), "stopped", request);
            nothingIsAllowed(two, other, request);
            nothingIsAllowed(two, two.agent, request);
        }
    }

    @Test
    void theEndOfTheConversationIsTheEndOfIt() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET)) {
            String request = two.allowed("see", "point", "act", "voice");
            two.visitor.send(Frame.of("end", "ref", ChatClient.ref()));
            assertThat(event(two.agent.tape(), "stopped", request).text("why")).isEqualTo("closed");
            nothingIsAllowed(two, two.agent, request);
            two.visitor.sayAndWait("one more thing");
            two.claim();
            nothingIsAllowed(two, two.agent, request);
        }
    }

    @Test
    void anOldAnswerOpensNothing() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET)) {
            String request = two.ask("see", "point", "act", "voice");
            Frame yes = answer(ChatClient.ref(), request, "see", "point", "act", "voice");
            two.visitor.send(yes);
            event(two.agent.tape(), "allowed", request);
            two.visitor.send(Frame.of("stop", "ref", ChatClient.ref()));
            event(two.agent.tape(), "stopped", request);
            int mark = two.visitor.tape().size();
            two.visitor.send(yes);
            two.visitor.tape().await(mark, "what came of it then", frame -> "allowed".equals(frame.text("event")));
            nothingIsAllowed(two, two.agent, request);
            Frame again = answer(ChatClient.ref(), request, "see");
            assertThat(refusal(two.visitor.tape(), () -> two.visitor.send(again)))
                    .isEqualTo("not-asked");
            nothingIsAllowed(two, two.agent, request);
        }
    }

    @Test
    void whatNobodyAskedIsNotAllowedByAnAnswer() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET)) {
            Frame never = answer(ChatClient.ref(), ChatClient.ref(), "see");
            assertThat(refusal(two.visitor.tape(), () -> two.visitor.send(never)))
                    .isEqualTo("not-asked");
            String request = two.ask("see");
            Frame more = answer(ChatClient.ref(), request, "see", "voice");
            assertThat(refusal(two.visitor.tape(), () -> two.visitor.send(more)))
                    .isEqualTo("not-asked");
        }
    }

    @Test
    void anotherVisitorAnswersNothing() {
        try (Helping two = Helping.open(server, Carrier.WEBSOCKET);
                ChatClient stranger = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET)) {
            String request = two.ask("see");
            Frame yes = answer(ChatClient.ref(), request, "see");
            assertThat(refusal(stranger.tape(), () -> stranger.send(yes))).isEqualTo("not-open");
            stranger.sayAndWait("hello");
            Frame again = answer(ChatClient.ref(), request, "see");
            assertThat(refusal(stranger.tape(), () -> stranger.send(again))).isEqualTo("not-asked");
            nothingIsAllowed(two, two.agent, request);
        }
    }

    private static void nothingIsAllowed(Helping two, DeskClient agent, String request) {
        for (String about : new String[] {"watch", "point", "act", "call"}) {
            assertThat(refusal(agent.tape(), () -> agent.send(two.toVisitor(request, about, "{}"))))
                    .as(about)
                    .isEqualTo("not-allowed");
        }
        Frame proposal = Frame.of(
                        "propose", "conversation", two.conversation, "ref", ChatClient.ref(), "request", request)
                .with("action", "click")
                .with("node", 1)
                .with("label", "Buy");
        assertThat(refusal(agent.tape(), () -> agent.send(proposal))).isEqualTo("not-allowed");
        Frame called = Frame.of("called", "conversation", two.conversation, "ref", ChatClient.ref(), "request", request)
                .with("state", "started");
        assertThat(refusal(agent.tape(), () -> agent.send(called))).isEqualTo("not-allowed");
    }
}
