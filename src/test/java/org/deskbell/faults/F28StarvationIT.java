package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** F28 and S52: more waiting callbacks, polls and half requests than the server has threads. Pages still come at once. */
class F28StarvationIT {

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().unlimited());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void manyPollsAndHalfRequestsDoNotBlockAPage() throws IOException {
        new WebSession(server.address()).get("login");
        List<ChatClient> polls = new ArrayList<>();
        List<RawSocket> halves = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            polls.add(ChatClient.open(server.address(), Demo.SITE, Carrier.HTTP));
        }
        for (int i = 0; i < 200; i++) {
            RawSocket half = RawSocket.connect(server.address());
            half.bytes(
                    ("GET /chat HTTP/1.1\r\nHost: localhost\r\nX-Slow-" + i + ": ").getBytes(StandardCharsets.UTF_8));
            halves.add(half);
        }
        polls.forEach(visitor -> visitor.say("hello"));
        long page = LongStream.range(0, 5).map(i -> timeOfAPage()).sorted().toArray()[2];
        assertThat(page)
                .as("median time for a page")
                .isLessThan(Duration.ofSeconds(1).toNanos());
        Await.until("all polls are served", () -> polls.stream().allMatch(visitor -> visitor.pending() == 0));
        FaultReport.add("F28 S52", "40 long polls and 200 half requests", "a page in " + page / 1_000_000 + " ms");
        polls.forEach(ChatClient::vanish);
        for (RawSocket half : halves) {
            half.reset();
        }
    }

    private static long timeOfAPage() {
        long start = System.nanoTime();
        assertThat(new WebSession(server.address()).get("login").statusCode()).isEqualTo(200);
        return System.nanoTime() - start;
    }

    @Test
    void abortedAndResetConnectionsLeaveNothingBehind() throws IOException {
        ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET).close();
        int before = server.descriptors();
        for (int i = 0; i < 300; i++) {
            RawSocket socket = RawSocket.chat(server.address());
            socket.text("{\"type\":\"hello\",\"site\":\"" + Demo.SITE + "\"}");
            if (i % 2 == 0) {
                socket.awaitText("welcome");
            }
            socket.reset();
        }
        Await.until(
                () -> server.descriptors() + " descriptors, " + before + " before",
                Duration.ofSeconds(60),
                () -> server.descriptors() <= before + 10);
        Duration cpu = server.cpu();
        Await.pass(Duration.ofSeconds(3));
        assertThat(server.cpu().minus(cpu)).as("CPU in 3 idle seconds").isLessThan(Duration.ofMillis(1_500));
    }
}
