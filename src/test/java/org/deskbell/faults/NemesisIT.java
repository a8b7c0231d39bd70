package org.deskbell.faults;

import java.time.Duration;
import java.util.SplittableRandom;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChaosProxy;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Everything at once, by chance: kills, pauses, resets, black holes, slow lines. The seed is printed; {@code -Dtests.seed=} repeats it. */
@Execution(ExecutionMode.CONCURRENT)
class NemesisIT {

    @Test
    void whateverComesNothingAcknowledgedIsLost() {
        long first = Long.getLong("tests.seed", System.currentTimeMillis());
        for (long seed = first; seed < first + Workload.SEEDS; seed++) {
            System.out.println("nemesis: seed " + seed);
            run(seed);
        }
    }

    private static void run(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        StringBuilder acts = new StringBuilder();
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().unlimited());
                ChaosProxy proxy = new ChaosProxy(server.address(), seed);
                Workload work = new Workload(dice.nextBoolean() ? Carrier.WEBSOCKET : Carrier.HTTP)
                        .begin(proxy.address(), proxy.address(), Workload.CONVERSATIONS)) {
            work.talk(Workload.MESSAGES, Workload.PER_SECOND / 2);
            int rounds = 6 * Workload.SEEDS;
            for (int round = 0; round < rounds && work.isTalking(); round++) {
                Await.pass(Duration.ofMillis(500 + dice.nextInt(2_000)));
                acts.append(act(dice, server, proxy)).append(' ');
            }
            proxy.heal();
            proxy.resetAll();
            String result = work.settle().verify(server);
            FaultReport.add("nemesis", "seed " + seed + ": " + acts.toString().strip(), result);
        } catch (AssertionError failure) {
            throw new AssertionError(
                    "nemesis with seed " + seed + " (" + acts.toString().strip() + "): " + failure.getMessage(),
                    failure);
        }
    }

    private static String act(SplittableRandom dice, ServerUnderTest server, ChaosProxy proxy) {
        switch (dice.nextInt(7)) {
            case 0 -> {
                server.kill();
                server.run();
                return "kill";
            }
            case 1 -> {
                server.pause();
                Await.pass(Duration.ofMillis(500 + dice.nextInt(2_500)));
                server.unpause();
                return "pause";
            }
            case 2 -> {
                proxy.resetAll();
                return "reset";
            }
            case 3 -> {
                proxy.resetSome(0.4);
                return "reset-some";
            }
            case 4 -> {
                proxy.blackhole();
                Await.pass(Duration.ofMillis(500 + dice.nextInt(3_000)));
                proxy.heal();
                proxy.resetAll();
                return "black-hole";
            }
            case 5 -> {
                proxy.delay(Duration.ofMillis(dice.nextInt(50)), Duration.ofMillis(1 + dice.nextInt(100)));
                return "slow";
            }
            default -> {
                proxy.cutWithin(5_000 + dice.nextInt(50_000));
                proxy.resetAll();
                return "cut";
            }
        }
    }
}
