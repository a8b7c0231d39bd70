package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is there: true on an idle page, within the stated delay. */
class PresenceIT {

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().roomy().with("deskbell.presence.grace", 3));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anIdleWidgetIsToldWhenAgentsComeAndGo() {
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            assertThat(visitor.tape().await("presence").flag("online")).isFalse();
            DeskClient agent = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
            Frame here =
                    visitor.tape().await("somebody is there", frame -> frame.is("presence") && frame.flag("online"));
            assertThat(here.children("agents"))
                    .extracting(each -> each.text("name"))
                    .containsExactly("Ben");

            int mark = visitor.tape().size();
            agent.vanish();
            visitor.tape()
                    .await(
                            mark,
                            "nobody is there",
                            Duration.ofSeconds(15),
                            frame -> frame.is("presence") && !frame.flag("online"));
        }
    }

    @Test
    void manyConsolesOfOneAgentMayComeAtOnce() {
        WebSession session = new WebSession(server.address());
        session.logIn(Demo.OTHER_AGENT, Demo.OTHER_PASSWORD);
        List<DeskClient> consoles = Stream.generate(() -> DeskClient.of(server.address(), session, Carrier.WEBSOCKET))
                .limit(12)
                .toList();
        try {
            consoles.parallelStream().forEach(DeskClient::start);
            assertThat(consoles).allSatisfy(each -> assertThat(each.endings()).isEmpty());
        } finally {
            consoles.forEach(DeskClient::close);
        }
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            visitor.tape().await("nobody is there", frame -> frame.is("presence") && !frame.flag("online"));
        }
    }

    @Test
    void aReloadOfTheConsoleIsNotADeparture() {
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            visitor.tape().await("somebody is there", frame -> frame.is("presence") && frame.flag("online"));
            String conversation = visitor.sayAndWait("hello").text("conversation");
            agent.follow(conversation);
            agent.awaitEntry(agent.ask("claim", conversation), "claimed", conversation);
            int mark = visitor.tape().size();
            agent.vanish();
            agent.start();
            visitor.sayAndWait("still mine?");
            org.deskbell.support.Await.never(
                    "a departure", Duration.ofSeconds(5), () -> visitor.tape().since(mark).stream()
                            .anyMatch(frame -> frame.is("released") || frame.is("presence") && !frame.flag("online")));
        }
    }

    @Test
    void whoDropsOutLosesHisConversationsToTheQueue() {
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent =
                        DeskClient.open(server.address(), Demo.OTHER_AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            agent.follow(conversation);
            agent.awaitEntry(agent.ask("claim", conversation), "claimed", conversation);
            agent.vanish();
            assertThat(visitor.tape().await("released").text("why")).isEqualTo("dropped-out");
        }
    }

    @Test
    void anAgentWhoIsAwayOrOfflineIsNotShownAndHisOtherTabKnows() {
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent =
                        DeskClient.open(server.address(), Demo.OTHER_AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                DeskClient tab =
                        DeskClient.open(server.address(), Demo.OTHER_AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            visitor.tape()
                    .await(
                            "Chloe is there",
                            frame -> frame.is("presence") && frame.toString().contains("Chloe"));
            int mark = visitor.tape().size();
            agent.send(Frame.of("status", "status", "away"));
            visitor.tape()
                    .await(
                            mark,
                            "Chloe is not there",
                            frame -> frame.is("presence") && !frame.toString().contains("Chloe"));
            assertThat(tab.tape().await("status").text("status")).isEqualTo("away");
            agent.send(Frame.of("status", "status", "online"));
            visitor.tape()
                    .await(
                            mark + 1,
                            "Chloe is back",
                            frame -> frame.is("presence") && frame.toString().contains("Chloe"));
        }
    }
}
