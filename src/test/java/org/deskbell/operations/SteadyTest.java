package org.deskbell.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SteadyTest {
    private static final System.Logger LOG = System.getLogger(SteadyTest.class.getName());

    @Test
    void goesOnAfterWhateverARoundThrew() throws InterruptedException {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch rounds = new CountDownLatch(3);
        Steady steady = new Steady(LOG, "It goes on", () -> {
            rounds.countDown();
            if (rounds.getCount() == 2) throw new NoClassDefFoundError("no descriptor is left");
            throw new IllegalStateException("not now");
        });
        try {
            steady.every(timer, 0, 1, TimeUnit.MILLISECONDS);
            assertThat(rounds.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            timer.shutdownNow();
        }
    }
}
