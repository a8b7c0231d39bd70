package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S07: an agent's log-in ends while his socket is open. Within a second he hears nothing any more. */
@Execution(ExecutionMode.CONCURRENT)
class S07EndedLogInsIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1).plusMillis(500);

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().roomy());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @EnumSource(Carrier.class)
    void loggingOutEndsTheSocketsOfThatLogIn(Carrier carrier) {
        endsWithin(carrier, Demo.AGENT, agent -> agent.session().tryLogOut());
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void anotherLogInOfTheSameAgentGoesOn() {
        try (DeskClient one = open(Demo.AGENT, Carrier.WEBSOCKET);
                DeskClient other = open(Demo.AGENT, Carrier.WEBSOCKET)) {
            one.session().tryLogOut();
            Await.until("the first ends", A_SECOND, () -> !one.endings().isEmpty());
            other.send(org.deskbell.support.Frame.of("ping"));
            other.tape().await("pong");
            assertThat(other.endings()).isEmpty();
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @EnumSource(Carrier.class)
    void disablingEndsThemAndTheLogInIsDead(Carrier carrier) {
        try {
            endsWithin(carrier, Demo.OTHER_AGENT, agent -> press(agent.agent().text("id"), "disable", Map.of()));
            WebSession again = new WebSession(server.address());
            again.tryLogIn(Demo.OTHER_AGENT, Demo.OTHER_PASSWORD);
            assertThat(again.isInside()).as("a disabled agent").isFalse();
        } finally {
            press(idOf(Demo.OTHER_AGENT), "enable", Map.of());
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void anotherRoleEndsThem() {
        endsWithin(
                Carrier.WEBSOCKET,
                Demo.OTHER_AGENT,
                agent -> press(agent.agent().text("id"), "change", Map.of("role", "administrator")));
        press(idOf(Demo.OTHER_AGENT), "change", Map.of("role", "agent"));
    }

    private static void endsWithin(Carrier carrier, String login, Consumer<DeskClient> act) {
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = open(login, carrier)) {
            agent.doNotReconnect();
            String conversation = visitor.sayAndWait("hello").text("conversation");
            agent.follow(conversation);
            act.accept(agent);
            Await.until("the socket ends", A_SECOND, () -> !agent.endings().isEmpty());
            assertThat(agent.awaitEnd().code()).isEqualTo(1008);
            visitor.sayAndWait("after the end");
            assertThat(agent.transcript(conversation).texts()).doesNotContain("after the end");
            assertThat(agent.session().isInside()).isFalse();
        }
    }

    private static DeskClient open(String login, Carrier carrier) {
        return DeskClient.open(server.address(), login, Demo.PASSWORD, carrier);
    }

    private static String idOf(String login) {
        WebSession owner = owner();
        String page = owner.get("console/agents").body();
        int at = page.indexOf(login);
        int link = page.lastIndexOf("agent?id=", at);
        int end = link + 9;
        while (Character.isDigit(page.charAt(end))) {
            end++;
        }
        return page.substring(link + 9, end);
    }

    private static WebSession owner() {
        WebSession owner = new WebSession(server.address());
        owner.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        return owner;
    }

    /** Presses a button of the agent's page, as an administrator. */
    private static void press(String id, String button, Map<String, String> choices) {
        owner().press("console/agent?id=" + id, button, choices);
    }
}
