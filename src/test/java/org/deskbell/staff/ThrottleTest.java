package org.deskbell.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.deskbell.support.HandClock;
import org.junit.jupiter.api.Test;

/** So many tries at once, then one more every minute. */
class ThrottleTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Throttle throttle = new Throttle(3, Duration.ofMinutes(1), clock);

    @Test
    void afterTheLastTryOneHasToWait() {
        assertThat(takes(3)).isEqualTo(3);
        assertThat(throttle.take("a")).isFalse();
        assertThat(throttle.wait("a")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aRefusedTryCostsNothing() {
        takes(3);
        takes(50);
        clock.pass(Duration.ofMinutes(1));

        assertThat(throttle.take("a")).isTrue();
        assertThat(throttle.take("a")).isFalse();
    }

    @Test
    void timeRefillsButNotBeyondFull() {
        takes(3);
        clock.pass(Duration.ofDays(1));

        assertThat(takes(10)).isEqualTo(3);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        takes(3);
        throttle.giveBack("a");

        assertThat(takes(2)).isEqualTo(1);
    }

    @Test
    void othersAreNotConcerned() {
        takes(3);

        assertThat(throttle.take("b")).isTrue();
        assertThat(throttle.wait("b")).isEqualTo(Duration.ZERO);
    }

    @Test
    void atTheSameMomentNobodyGetsMore() {
        AtomicInteger taken = new AtomicInteger();
        IntStream.range(0, 1_000).parallel().filter(i -> throttle.take("a")).forEach(i -> taken.incrementAndGet());

        assertThat(taken).hasValue(3);
    }

    @Test
    void memoryIsBoundedAndForgetsWhatIsFullAgain() {
        IntStream.range(0, 60_000).forEach(i -> throttle.take("stranger " + i));
        assertThat(throttle.take("one more")).as("no room for an unknown key").isFalse();

        clock.pass(Duration.ofMinutes(5));
        assertThat(throttle.take("one more")).as("room again").isTrue();
    }

    private long takes(int tries) {
        return IntStream.range(0, tries).filter(i -> throttle.take("a")).count();
    }
}
