package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** F05: SIGTERM in the middle of the talk. Everybody is told so by the close code, nothing is lost, all come back. */
@Execution(ExecutionMode.CONCURRENT)
class F05GracefulStopIT {

    @Test
    void aStopSaysGoodbyeAndLosesNothing() {
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().unlimited());
                Workload work = new Workload(Carrier.WEBSOCKET)
                        .begin(server.address(), server.address(), Workload.CONVERSATIONS)) {
            work.talk(Workload.MESSAGES, Workload.PER_SECOND);
            Await.until("half of the talk", Duration.ofMinutes(10), () -> work.said() >= Workload.MESSAGES / 2);
            server.terminate();
            server.awaitExit(Duration.ofSeconds(60));
            assertThat(work.visitors())
                    .allSatisfy(visitor ->
                            assertThat(visitor.endings().get(0).code()).isIn(ServerUnderTest.goodbyes()));
            assertThat(work.agents())
                    .allSatisfy(
                            agent -> assertThat(agent.endings().get(0).code()).isIn(ServerUnderTest.goodbyes()));
            server.run();
            long up = System.nanoTime();
            Await.until("all visitors back", Duration.ofSeconds(10), () -> work.visitors().stream()
                    .allMatch(visitor -> visitor.isReady()));
            long seconds = (System.nanoTime() - up) / 1_000_000_000L;
            FaultReport.add(
                    "F05",
                    "SIGTERM and start, all visitors back " + seconds + " s after it was up",
                    work.settle().verify(server));
        }
    }
}
