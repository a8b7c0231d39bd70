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
import org.deskbell.support.Frame;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F16 and S50: one client sends as fast as it can. It is told to slow down, then ended; the others do not feel it. */
@Isolated
class F16FloodIT {

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
    @ValueSource(
            strings = {
                "{\"type\":\"post\",\"ref\":\"flood-NUMBER\",\"text\":\"flood\"}",
                "{\"type\":\"typing\",\"on\":true}",
                "{\"type\":\"ping\"}"
            })
    void aFloodOfFramesIsRefusedAndThenEndedWith1008(String frame) throws IOException {
        long heap = server.liveHeap();
        try (RawSocket socket = RawSocket.chat(server.address());
                ChatClient other = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            other.sayAndWait("before");
            socket.text(Frame.of("hello", "site", Demo.SITE).toString());
            socket.awaitText("welcome");
            Thread flood = new Thread(() -> flood(socket, frame));
            flood.start();
            List<Long> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                long start = System.nanoTime();
                other.sayAndWait("during " + i);
                answers.add((System.nanoTime() - start) / 1_000_000);
            }
            assertThat(socket.awaitClose()).isIn(1008, 1006);
            answers.sort(null);
            assertThat(answers.get(18))
                    .as("the others' answers in ms: " + answers)
                    .isLessThan(500);
        }
        assertThat(server.liveHeap() - heap).as("growth of the heap").isLessThan(32L << 20);
    }

    private static void flood(RawSocket socket, String frame) {
        try {
            for (int i = 0; i < 100_000; i++) {
                socket.text(frame.replace("NUMBER", String.valueOf(10_000_000 + i)));
            }
        } catch (IOException ended) {
            // As it should be.
        }
    }

    @Test
    void aFloodOfProtocolPingsHarmsNobody() throws IOException {
        long heap = server.liveHeap();
        try (RawSocket socket = RawSocket.chat(server.address());
                ChatClient other = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            socket.text(Frame.of("hello", "site", Demo.SITE).toString());
            socket.awaitText("welcome");
            Thread flood = new Thread(() -> {
                try {
                    for (int i = 0; i < 50_000; i++) {
                        socket.frame(RawSocket.PING, true, (byte) 'x');
                    }
                } catch (IOException ended) {
                    // Allowed, too.
                }
            });
            flood.setDaemon(true);
            flood.start();
            for (int i = 0; i < 10; i++) {
                other.sayAndWait("during " + i);
            }
        }
        assertThat(server.liveHeap() - heap).as("growth of the heap").isLessThan(32L << 20);
    }

    @Test
    void whoIsTooFastIsToldWhenToComeAgainAndLosesNothing() {
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            visitor.hurry(Duration.ofSeconds(1));
            List<String> said = new ArrayList<>();
            for (int i = 0; i < 75; i++) {
                said.add("quick " + i);
                visitor.say("quick " + i);
            }
            Await.until(
                    () -> visitor.pending() + " still to be taken",
                    Duration.ofSeconds(40),
                    () -> visitor.pending() == 0);
            assertThat(visitor.tape().all("refused")).isNotEmpty().allSatisfy(refused -> assertThat(
                            refused.number("retryAfter"))
                    .isBetween(1L, 60L));
            assertThat(visitor.transcript().texts()).containsAll(said).doesNotHaveDuplicates();
        }
    }
}
