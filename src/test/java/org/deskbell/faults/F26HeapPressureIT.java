package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.support.Carrier;
import org.deskbell.support.Demo;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** F26: more connections than a small heap can hold. The server refuses them, or it dies and is started again; it never goes on without its wits. */
class F26HeapPressureIT {
    /** What the JVM ends with by -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int MOST = 6_000;
    private static final byte[] HALF_A_MESSAGE = "x".repeat(30_000).getBytes(StandardCharsets.UTF_8);

    private int refused;

    @Test
    void itRefusesOrDiesAndNothingAcknowledgedIsLost() throws IOException {
        List<RawSocket> crowd = new ArrayList<>();
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().unlimited().heap("224m"));
                Workload work = new Workload(Carrier.WEBSOCKET)
                        .begin(server.address(), server.address(), Workload.CONVERSATIONS)) {
            work.talk(Workload.MESSAGES, Workload.PER_SECOND / 5);
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (server.isAlive() && refused < 20 && crowd.size() < MOST && System.nanoTime() < end)
                press(server, crowd);
            int connections = crowd.size();
            for (RawSocket one : crowd) one.reset();
            boolean died = !server.isAlive();
            assertThat(died || refused > 0)
                    .as("under pressure, with " + connections + " connections")
                    .isTrue();
            if (died) {
                assertThat(server.awaitExit(Duration.ofSeconds(20))).isEqualTo(OUT_OF_MEMORY);
                server.run();
            }
            FaultReport.add(
                    "F26",
                    connections + " connections with half a message each on a small heap: "
                            + (died ? "died of it and started again" : refused + " refused"),
                    work.settle().verify(server));
        }
    }

    private void press(ServerUnderTest server, List<RawSocket> crowd) {
        try {
            RawSocket one = RawSocket.connect(server.address());
            crowd.add(one);
            one.handshake(
                    server.address(),
                    "/chat",
                    "Sec-WebSocket-Protocol: deskbell.v1",
                    "Origin: " + RawSocket.origin(server.address()));
            one.text("{\"type\":\"hello\",\"site\":\"" + Demo.SITE + "\"}");
            one.frame(RawSocket.TEXT, false, HALF_A_MESSAGE);
            if (one.status() != 101) refused++;
        } catch (IOException ended) {
            refused++;
        }
    }
}
