package org.deskbell.faults;

import java.time.Duration;
import java.util.SplittableRandom;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** F01, F02 and F03: {@code kill -9} of the server on its H2 file in the middle of the talk, at random moments, also between commit and answer. */
@Execution(ExecutionMode.CONCURRENT)
class F01KillNineIT {

    private static final int KILLS = Integer.getInteger("faults.kills", 2);

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void nothingAcknowledgedIsLostWhenTheServerIsKilled() {
        for (long seed = 1; seed <= Workload.SEEDS; seed++) {
            run(Carrier.WEBSOCKET, seed, KILLS);
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @EnumSource(value = Carrier.class, names = "HTTP")
    void nothingAcknowledgedIsLostOverHttpEither(Carrier carrier) {
        run(carrier, 1, 1);
    }

    private static void run(Carrier carrier, long seed, int kills) {
        SplittableRandom dice = new SplittableRandom(seed);
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().unlimited());
                Workload work =
                        new Workload(carrier).begin(server.address(), server.address(), Workload.CONVERSATIONS)) {
            work.talk(Workload.MESSAGES, Workload.PER_SECOND);
            for (int kill = 1; kill <= kills; kill++) {
                int target = Workload.MESSAGES * kill / (kills + 1) + dice.nextInt(20);
                Await.until(
                        "message " + target, Duration.ofMinutes(20), () -> work.said() >= target || !work.isTalking());
                server.kill();
                server.run();
            }
            String result = work.settle().verify(server);
            FaultReport.add(
                    "F01 F02 F03",
                    kills + " × kill -9 under " + Workload.PER_SECOND + " msg/s, " + carrier + ", seed " + seed,
                    result);
        }
    }
}
