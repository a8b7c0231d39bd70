package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChaosProxy;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** F08 and F09: the line is dead and nobody was told. The server finds out by itself and says so to the other side. */
@Execution(ExecutionMode.CONCURRENT)
class F08HalfOpenIT {

    private static final Duration FOUND_OUT = Duration.ofSeconds(65);

    private static ServerUnderTest process;
    private static URI server;

    @BeforeAll
    static void start() {
        process = ServerUnderTest.start(ServerSettings.fresh().roomy());
        server = process.address();
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @Test
    void aVisitorWhoIsGoneWithoutAWordIsShownAsGoneAndResumesLater() {
        try (ChaosProxy proxy = new ChaosProxy(server, 8);
                ChatClient visitor = ChatClient.open(proxy.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(server, Demo.ADMINISTRATOR, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            agent.follow(conversation);
            int mark = agent.tape().size();
            proxy.blackhole();
            long start = System.nanoTime();

            agent.tape()
                    .await(
                            mark,
                            "the visitor is gone",
                            FOUND_OUT,
                            frame -> frame.is("visitor")
                                    && conversation.equals(frame.text("conversation"))
                                    && !frame.child("visitor").flag("online"));
            long seconds = (System.nanoTime() - start) / 1_000_000_000L;
            agent.sayAndWait(conversation, "are you still there?");
            proxy.heal();
            visitor.hurry(Duration.ofSeconds(1));
            visitor.vanish();
            visitor.start();

            visitor.awaitText("are you still there?");
            FaultReport.add("F08", "visitor's line dead without a word", "found after " + seconds + " s, resumed");
        }
    }

    @Test
    void anAgentWhoIsGoneWithoutAWordLosesHisConversationsToTheQueueOnce() {
        try (ChaosProxy proxy = new ChaosProxy(server, 9);
                ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                DeskClient gone = DeskClient.open(proxy.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                DeskClient other = DeskClient.open(server, Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            gone.follow(conversation);
            gone.awaitEntry(gone.ask("claim", conversation), "claimed", conversation);
            proxy.blackhole();
            long start = System.nanoTime();

            Frame released = visitor.tape().await(0, "released", FOUND_OUT, frame -> frame.is("released"));
            long seconds = (System.nanoTime() - start) / 1_000_000_000L;
            assertThat(released.text("why")).isEqualTo("dropped-out");
            other.follow(conversation);
            other.awaitEntry(other.ask("claim", conversation), "claimed", conversation);
            proxy.heal();
            Await.pass(Duration.ofSeconds(2));
            assertThat(visitor.tape().all("released")).hasSize(1);
            FaultReport.add(
                    "F09", "agent's line dead without a word", "back in the queue after " + seconds + " s, once");
        }
    }
}
