package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskbell.support.Helping.got;
import static org.deskbell.support.Helping.passedOn;
import static org.deskbell.support.Helping.refusal;

import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.Helping;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S46 and S47: what two browsers need for a call goes between the two alone, within bounds, and its passwords are short-lived. */
class S46SignallingIT {

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh()
                .roomy()
                .with("deskbell.ice", "stun:turn.example:3478,turn:turn.example:3478")
                .with("deskbell.turn.secret", "only the relay and we"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aCallIsBetweenItsTwoMembers() {
        try (Helping two = Helping.open(server.address(), Carrier.WEBSOCKET);
                DeskClient bystander = two.bystander(server.address());
                ChatClient stranger = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            String request = two.allowed("voice");
            two.agent.send(two.toVisitor(request, "call", "an offer"));
            assertThat(passedOn(two.visitor.tape(), 0, "call").text("data")).isEqualTo("an offer");
            two.visitor.send(ofVisitor(request, "an answer"));
            assertThat(passedOn(two.agent.tape(), 0, "call").text("data")).isEqualTo("an answer");

            stranger.sayAndWait("me too");
            assertThat(refusal(stranger.tape(), () -> stranger.send(ofVisitor(request, "from outside"))))
                    .isEqualTo("not-allowed");
            assertThat(refusal(bystander.tape(), () -> bystander.send(two.toVisitor(request, "call", "from beside"))))
                    .isEqualTo("not-allowed");
            two.visitor.sayAndWait("can you hear me?");
            bystander.awaitText(two.conversation, "can you hear me?");
            assertThat(bystander.tape().all("assist")).isEmpty();
            assertThat(stranger.tape().all("assist")).isEmpty();
            assertThat(got(two.agent.tape(), "from outside")).isFalse();
            assertThat(got(two.visitor.tape(), "from beside")).isFalse();
        }
    }

    @Test
    void whatIsTooLargeOrNoTextIsRefused() {
        try (Helping two = Helping.open(server.address(), Carrier.WEBSOCKET)) {
            String request = two.allowed("voice");
            assertThat(refusal(two.visitor.tape(), () -> two.visitor.send(ofVisitor(request, "x".repeat(24_001)))))
                    .isEqualTo("too-long");
            assertThat(refusal(two.visitor.tape(), () -> two.visitor.send(ofVisitor(request, "\u0001\u0002"))))
                    .isEqualTo("bad-text");
            two.visitor.send(ofVisitor(request, "x".repeat(24_000)));
            assertThat(passedOn(two.agent.tape(), 0, "call").text("data")).hasSize(24_000);
        }
    }

    @Test
    void aFloodOfCandidatesIsRefusedAndThenEndedAndNobodyElseFeelsIt() {
        try (Helping two = Helping.open(server.address(), Carrier.WEBSOCKET);
                Helping others = Helping.open(server.address(), Carrier.WEBSOCKET)) {
            String request = two.allowed("voice");
            String theirs = others.allowed("voice");
            two.visitor.doNotReconnect();
            for (int i = 0; i < 400; i++) two.visitor.send(ofVisitor(request, "candidate " + i));
            others.visitor.send(ofVisitor(theirs, "one of ours"));
            assertThat(passedOn(others.agent.tape(), 0, "call").text("data")).isEqualTo("one of ours");
            others.visitor.sayAndWait("we still hear each other");
            assertThat(two.visitor.awaitEnd().code()).isEqualTo(1008);
            assertThat(two.visitor.tape().all(frame -> "too-fast".equals(frame.text("reason"))))
                    .isNotEmpty();
            assertThat(two.agent.tape().all("assist")).hasSizeLessThan(200);
            assertThat(two.agent.isReady()).isTrue();
        }
    }

    @Test
    void theRelaysPasswordIsForACallAndItsTwoMembersAlone() {
        try (Helping two = Helping.open(server.address(), Carrier.WEBSOCKET);
                DeskClient bystander = two.bystander(server.address())) {
            two.allowed("see");
            assertThat(two.visitor.tape().all(frame -> frame.has("ice"))).isEmpty();
            String request = two.allowed("voice");
            Frame stands = two.visitor.tape().await("servers for a call", frame -> frame.has("ice"));
            assertThat(stands.children("ice")).hasSize(2);
            Frame turn = stands.children("ice").get(1);
            assertThat(turn.text("username")).matches("[0-9]+:" + request);
            long left = Long.parseLong(turn.text("username").split(":")[0]) - System.currentTimeMillis() / 1_000;
            assertThat(left).isBetween(500L, 600L);
            assertThat(turn.text("credential")).hasSize(28);
            two.agent.tape().await("servers for a call", frame -> frame.has("ice"));
            bystander
                    .tape()
                    .await(
                            "how it stands",
                            frame -> frame.is("assistance")
                                    && frame.children("requests").size() == 2);
            assertThat(bystander.tape().all(frame -> frame.has("ice"))).isEmpty();
        }
    }

    private static Frame ofVisitor(String request, String data) {
        return Frame.of("assist", "request", request, "about", "call", "data", data);
    }
}
