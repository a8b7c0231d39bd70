package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChaosProxy;
import org.deskbell.support.Postgres;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** F13: a bad line for everybody. Each piece takes 100 to 500 ms, and one of six is lost and sent again. It is slower, and nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class F13LossIT {
    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().unlimited().store(Postgres.database()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @EnumSource(Carrier.class)
    void aBadLineIsOnlySlower(Carrier carrier) {
        try (ChaosProxy visitorsLine = new ChaosProxy(server.address(), 13);
                ChaosProxy agentsLine = new ChaosProxy(server.address(), 14);
                Workload work = new Workload(carrier)
                        .begin(visitorsLine.address(), agentsLine.address(), Workload.CONVERSATIONS)) {
            for (ChaosProxy line : List.of(visitorsLine, agentsLine)) {
                line.delay(Duration.ofMillis(100), Duration.ofMillis(400));
                line.lose(0.17);
            }
            work.talk(Workload.MESSAGES / 2, Workload.PER_SECOND / 5).settle();
            long gone = work.agents().stream()
                    .flatMap(agent -> agent.tape().all("visitor").stream())
                    .filter(news -> !news.child("visitor").flag("online"))
                    .count();
            assertThat(gone).as("visitors shown as gone").isZero();
            assertThat(work.visitors())
                    .allSatisfy(visitor -> assertThat(visitor.endings()).isEmpty());
            FaultReport.add(
                    "F13",
                    "300 ± 200 ms and every sixth piece sent again, both ways, " + carrier + "; nobody shown as gone",
                    work.verify(server));
        }
    }
}
