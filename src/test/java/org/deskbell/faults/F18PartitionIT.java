package org.deskbell.faults;

import java.time.Duration;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChaosProxy;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** F18: the visitors' network is gone without a word while both sides go on typing. */
@Execution(ExecutionMode.CONCURRENT)
class F18PartitionIT {

    @Test
    void whatWasTypedOnBothSidesOfAPartitionIsThereOnceItHeals() {
        Duration cut = Duration.ofSeconds(Workload.SEEDS > 1 ? 600 : 10);
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().unlimited());
                ChaosProxy proxy = new ChaosProxy(server.address(), 18);
                Workload work = new Workload(Carrier.WEBSOCKET)
                        .begin(proxy.address(), server.address(), Workload.CONVERSATIONS)) {
            work.talk(Workload.MESSAGES, Workload.PER_SECOND);
            Await.until("a quarter of the talk", Duration.ofMinutes(10), () -> work.said() >= Workload.MESSAGES / 4);
            proxy.blackhole();
            Await.pass(cut);
            proxy.heal();
            proxy.resetAll();
            FaultReport.add(
                    "F18",
                    "visitors cut off for " + cut.toSeconds() + " s while both sides type",
                    work.settle().verify(server));
        }
    }
}
