package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** F15 and S51: consoles that never read, in a busy conversation. They are ended; memory and everybody else stay as they were. */
@Isolated
class F15SlowReadersIT {

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().unlimited());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static final int SLOW = 50;
    private static final long MEGABYTE = 1 << 20;

    @Test
    void readersThatDoNotReadAreEndedAndNobodyElseFeelsThem() throws IOException {
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            agent.follow(conversation);
            long before = server.liveHeap();
            List<RawSocket> slow = slowReaders(agent.session(), conversation);
            String filler = "x".repeat(3_900);
            long worst = 0;
            for (int i = 0; i < 600; i++) {
                long start = System.nanoTime();
                visitor.sayAndWait(i + filler);
                worst = Math.max(worst, System.nanoTime() - start);
            }
            Await.until(
                    () -> "600 at the agent, there are "
                            + agent.transcript(conversation).messages().size(),
                    Await.PATIENCE,
                    () -> agent.transcript(conversation).texts().contains(599 + filler));
            long grown = server.liveHeap() - before;
            assertThat(grown)
                    .as("growth of the heap with " + SLOW + " readers who do not read")
                    .isLessThan(64 * MEGABYTE);
            assertThat(worst)
                    .as("the slowest acknowledgement for the others")
                    .isLessThan(Duration.ofSeconds(2).toNanos());
            int ended = 0;
            for (RawSocket socket : slow) {
                ended += socket.awaitClose(Duration.ofSeconds(60)) > 0 ? 1 : 0;
                socket.close();
            }
            FaultReport.add(
                    "F15 S51",
                    SLOW + " consoles that never read, 2.3 MB for each",
                    ended + " ended, heap +" + grown / MEGABYTE + " MB, slowest answer for others " + worst / 1_000_000
                            + " ms");
        }
    }

    private static List<RawSocket> slowReaders(WebSession session, String conversation) throws IOException {
        List<RawSocket> slow = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            RawSocket socket = RawSocket.connect(server.address(), 4_096)
                    .handshake(
                            server.address(),
                            "/desk",
                            "Sec-WebSocket-Protocol: deskbell.v1",
                            "Origin: " + RawSocket.origin(server.address()),
                            "Cookie: " + session.cookies());
            assertThat(socket.status()).isEqualTo(101);
            socket.text(Frame.of("hello").toString());
            socket.awaitText("inbox");
            socket.text(Frame.of("open", "conversation", conversation).toString());
            slow.add(socket);
        }
        return slow;
    }

    @Test
    void aReaderWhoWasTooSlowResumesWithoutLoss() throws IOException {
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            agent.follow(conversation);
            try (RawSocket socket = RawSocket.connect(server.address(), 4_096)
                    .handshake(
                            server.address(),
                            "/chat",
                            "Sec-WebSocket-Protocol: deskbell.v1",
                            "Origin: " + RawSocket.origin(server.address()))) {
                socket.text(Frame.of("hello", "site", Demo.SITE, "token", visitor.token())
                        .toString());
                socket.awaitText("live");
                for (int i = 0; i < 100; i++) {
                    agent.sayAndWait(conversation, i + "x".repeat(3_900));
                }
                // 55 × 390 KB: more than all buffers on the way can hold.
                for (int i = 0; i < 55; i++) {
                    socket.text(Frame.of("before", "seq", 1_000, "limit", 100).toString());
                }
                Await.pass(Duration.ofSeconds(3));
                assertThat(socket.awaitClose(Duration.ofSeconds(60))).isIn(4008, 1006);
            }
            try (ChatClient again = visitor.tab(server.address()).start()) {
                again.tape().await("live");
                again.awaitText(99 + "x".repeat(3_900));
            }
        }
    }
}
