package org.deskbell.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deskbell.settings.Settings;
import org.deskbell.support.HandClock;
import org.junit.jupiter.api.Test;

/** Guessing is slow, and nobody can keep the real agent out (attack S21). */
class LogInTriesTest {
    private static final Optional<String> NO_DEVICE = Optional.empty();
    private static final Optional<String> KNOWN_DEVICE = Optional.of("her laptop");

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final LogInTries tries = new LogInTries(new Settings(), clock);

    @Test
    void oneAddressCanGuessOneAccountFiveTimes() {
        assertThat(allowed("203.0.113.1", "ada", 100)).isEqualTo(5);
        assertThat(tries.take("203.0.113.1", "ada", NO_DEVICE)).isPositive();
        clock.pass(Duration.ofMinutes(1));
        assertThat(allowed("203.0.113.1", "ada", 100)).isEqualTo(1);
    }

    @Test
    void oneAddressCannotTryManyAccounts() {
        long allowed = IntStream.range(0, 1_000)
                .filter(i -> tries.take("203.0.113.1", "agent " + i, NO_DEVICE).isZero())
                .count();

        assertThat(allowed).isEqualTo(30);
    }

    @Test
    void manyAddressesCannotGuessOneAccountForEver() {
        long allowed = IntStream.range(0, 1_000)
                .filter(i -> tries.take("198.51." + i / 250 + "." + i % 250, "ada", NO_DEVICE)
                        .isZero())
                .count();

        assertThat(allowed).isEqualTo(100);
    }

    @Test
    void theRealAgentGetsInWhereSheWasBefore() {
        IntStream.range(0, 1_000).forEach(i -> tries.take("198.51." + i / 250 + "." + i % 250, "ada", NO_DEVICE));
        allowed("203.0.113.1", "ada", 100);

        assertThat(tries.take("203.0.113.1", "ada", KNOWN_DEVICE)).isZero();
    }

    @Test
    void theRealAgentGetsInFromAnotherAddressWhileAStrangerGuesses() {
        allowed("203.0.113.1", "ada", 1_000);

        assertThat(tries.take("198.51.100.7", "ada", NO_DEVICE)).isZero();
    }

    @Test
    void aStolenDeviceCannotGuessForEverEither() {
        long allowed = IntStream.range(0, 100)
                .filter(i -> tries.take("203.0.113.1", "ada", KNOWN_DEVICE).isZero())
                .count();

        assertThat(allowed).isEqualTo(10);
    }

    @Test
    void whoIsRightIsNotCounted() {
        for (int i = 0; i < 100; i++) {
            assertThat(tries.take("203.0.113.1", "ada", NO_DEVICE)).isZero();
            tries.succeeded("203.0.113.1", "ada", NO_DEVICE);
        }
    }

    private long allowed(String client, String login, int wanted) {
        return IntStream.range(0, wanted)
                .filter(i -> tries.take(client, login, NO_DEVICE).isZero())
                .count();
    }
}
