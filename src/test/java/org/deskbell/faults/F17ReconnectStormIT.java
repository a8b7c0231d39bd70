package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** F17: a thousand visitors, each with a conversation, come back at once after the server was killed. */
class F17ReconnectStormIT {

    private static final int CLIENTS = Integer.getInteger("faults.clients", 1_000);

    @Test
    void aThousandComeBackByThemselves() {
        List<ChatClient> visitors = new ArrayList<>();
        try (ServerUnderTest server =
                ServerUnderTest.start(ServerSettings.fresh().unlimited())) {
            for (int i = 0; i < CLIENTS; i++) {
                ChatClient visitor = ChatClient.of(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                visitor.hurry(Duration.ofSeconds(4));
                visitor.connect();
                visitors.add(visitor);
                if (i % 100 == 99) {
                    Await.until("welcome for " + i, () -> visitors.stream().allMatch(ChatClient::isReady));
                }
            }
            visitors.forEach(visitor -> visitor.say("I was here"));
            Await.until("everybody has a conversation", Duration.ofSeconds(60), () -> visitors.stream()
                    .allMatch(visitor -> visitor.pending() == 0));
            server.kill();
            visitors.forEach(visitor -> visitor.say("and I am still here"));
            server.run();
            long up = System.nanoTime();
            Await.until(
                    () -> visitors.stream().filter(ChatClient::isReady).count() + " of " + CLIENTS + " are back, "
                            + visitors.stream().mapToInt(ChatClient::pending).sum() + " messages without an answer: "
                            + visitors.stream()
                                    .filter(visitor -> visitor.pending() > 0)
                                    .limit(3)
                                    .map(ChatClient::state)
                                    .toList(),
                    Duration.ofSeconds(60),
                    () -> visitors.stream().allMatch(visitor -> visitor.isReady() && visitor.pending() == 0));
            long seconds = (System.nanoTime() - up) / 1_000_000_000L;
            assertThat(visitors)
                    .allSatisfy(visitor -> assertThat(visitor.transcript().texts())
                            .containsSubsequence("I was here", "and I am still here")
                            .doesNotHaveDuplicates());
            FaultReport.add(
                    "F17",
                    CLIENTS + " clients at once after kill -9",
                    "all resumed and acknowledged " + seconds + " s after it was up");
        } finally {
            visitors.forEach(ChatClient::vanish);
        }
    }
}
