package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** F27: the process may open no more files and sockets. Who is there talks on, who comes waits until there is room. */
class F27NoDescriptorsIT {
    private static final int SPARE = 25;
    private static final byte[] HALF_A_REQUEST =
            "GET /chat HTTP/1.1\r\nHost: localhost\r\nX-Slow: ".getBytes(StandardCharsets.UTF_8);

    @Test
    void whoIsThereTalksOnAndWhoComesGetsInOnceThereIsRoom() throws IOException {
        List<RawSocket> crowd = new ArrayList<>();
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().unlimited());
                Workload work = new Workload(Carrier.WEBSOCKET)
                        .begin(server.address(), server.address(), Workload.CONVERSATIONS);
                ChatClient late = ChatClient.of(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            late.hurry(Duration.ofSeconds(1));
            // What it does every day it has done before: a class that cannot be loaded once is lost for good.
            work.talk(10 * Workload.CONVERSATIONS, Workload.PER_SECOND).settle();
            int most = server.descriptors() + SPARE;
            server.limitDescriptors(most);
            for (int i = 0; i < 2 * SPARE; i++) {
                RawSocket one = RawSocket.connect(server.address());
                one.bytes(HALF_A_REQUEST);
                crowd.add(one);
            }
            Await.until(
                    () -> "all in use, it has " + server.descriptors() + " of " + most,
                    Await.PATIENCE,
                    () -> server.descriptors() >= most - 1);

            late.connect();
            work.talk(Workload.MESSAGES, Workload.PER_SECOND).settle();
            assertThat(late.tape().all("welcome")).isEmpty();
            assertThat(work.visitors())
                    .allSatisfy(visitor -> assertThat(visitor.endings()).isEmpty());
            assertThat(work.agents())
                    .allSatisfy(agent -> assertThat(agent.endings()).isEmpty());

            for (RawSocket one : crowd) one.reset();
            long start = System.nanoTime();
            late.tape().await(0, "welcome", Duration.ofSeconds(60), frame -> frame.is("welcome"));
            long millis = (System.nanoTime() - start) / 1_000_000;
            String result = work.verify(server);
            FaultReport.add(
                    "F27", "no descriptor left; room again: the next one is in after " + millis + " ms", result);
        }
    }
}
