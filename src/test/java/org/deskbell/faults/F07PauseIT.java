package org.deskbell.faults;

import java.time.Duration;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** F07: the server stands still for seconds, as in a very long collection. */
@Execution(ExecutionMode.CONCURRENT)
class F07PauseIT {

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aPauseLosesNothing() {
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().unlimited());
                Workload work = new Workload(Carrier.WEBSOCKET)
                        .begin(server.address(), server.address(), Workload.CONVERSATIONS)) {
            work.talk(Workload.MESSAGES, Workload.PER_SECOND);
            for (int seconds : Workload.SEEDS > 1 ? new int[] {5, 20, 60} : new int[] {3}) {
                int target = work.said() + Workload.MESSAGES / 8;
                Await.until("more talk", Duration.ofMinutes(10), () -> work.said() >= target || !work.isTalking());
                server.pause();
                Await.pass(Duration.ofSeconds(seconds));
                server.unpause();
            }
            FaultReport.add("F07", "SIGSTOP, SIGCONT", work.settle().verify(server));
        }
    }
}
