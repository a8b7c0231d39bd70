package org.deskbell.faults;

import java.time.Duration;
import org.deskbell.support.Await;
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

/** F12: connections are reset again and again, cut in the middle of frames, and repeated; on a slow and uneven line. */
@Execution(ExecutionMode.CONCURRENT)
class F12ResetsIT {

    private static ServerUnderTest server;

    /** On PostgreSQL, whose tables can be read while it runs: one server for all. */
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
    void aStormOfResetsLosesNothing(Carrier carrier) {
        try (ChaosProxy proxy = new ChaosProxy(server.address(), 12);
                Workload work = new Workload(carrier).begin(proxy.address(), proxy.address(), Workload.CONVERSATIONS)) {
            work.talk(Workload.MESSAGES, Workload.PER_SECOND);
            while (work.isTalking()) {
                proxy.resetAll();
                Await.pass(Duration.ofSeconds(2));
            }
            FaultReport.add(
                    "F12",
                    "reset of every connection every 2 s, " + carrier,
                    work.settle().verify(server));
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @EnumSource(Carrier.class)
    void linesThatBreakInTheMiddleOfFramesLoseNothing(Carrier carrier) {
        try (ChaosProxy proxy = new ChaosProxy(server.address(), 13);
                Workload work = new Workload(carrier).begin(proxy.address(), proxy.address(), Workload.CONVERSATIONS)) {
            proxy.delay(Duration.ofMillis(5), Duration.ofMillis(20));
            proxy.cutWithin(20_000);
            proxy.resetAll();
            work.talk(Workload.MESSAGES, Workload.PER_SECOND);
            Await.until("the talk is over", Duration.ofMinutes(20), () -> !work.isTalking());
            proxy.heal();
            FaultReport.add(
                    "F12",
                    "every line cut within 20 kB in mid-frame, delay 5–25 ms, " + carrier,
                    work.settle().verify(server));
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @EnumSource(value = Carrier.class, names = "WEBSOCKET")
    void whatArrivesOnTwoConnectionsIsStoredOnce(Carrier carrier) {
        try (ChaosProxy proxy = new ChaosProxy(server.address(), 14);
                Workload work =
                        new Workload(carrier).begin(proxy.address(), server.address(), Workload.CONVERSATIONS)) {
            proxy.repeatConnections();
            proxy.resetAll();
            Await.until("all back", () -> work.visitors().stream().allMatch(visitor -> visitor.isReady()));
            work.talk(Workload.MESSAGES, Workload.PER_SECOND);
            FaultReport.add(
                    "F12",
                    "every visitor's connection repeated to the server, " + carrier,
                    work.settle().verify(server));
        }
    }
}
