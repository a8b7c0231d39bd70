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
            Await.until(
                    "all have heard that it is over",
                    Duration.ofSeconds(20),
                    () -> work.visitors().stream()
                                    .noneMatch(visitor -> visitor.endings().isEmpty())
                            && work.agents().stream()
                                    .noneMatch(agent -> agent.endings().isEmpty()));
            assertThat(work.visitors())
                    .allSatisfy(visitor -> saidGoodbye(
                            visitor.endings().get(0).code(),
                            visitor.endings().get(0).toString()));
            assertThat(work.agents())
                    .allSatisfy(agent -> saidGoodbye(
                            agent.endings().get(0).code(),
                            agent.endings().get(0).toString()));
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

    private static void saidGoodbye(int code, String client) {
        assertThat(code).as(client).isIn(ServerUnderTest.goodbyes());
    }
}
