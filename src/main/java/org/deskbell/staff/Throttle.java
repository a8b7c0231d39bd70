package org.deskbell.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts tries by key: {@code tries} at once, then one more every {@code refill}. Memory is bounded: what is full again
 * is forgotten, and when there are too many keys, unknown ones are refused.
 */
public final class Throttle {
    private static final int MOST_KEYS = 50_000;

    private final int tries;
    private final Duration refill;
    private final Clock clock;
    /** When the key is full again; each try adds one refill time. */
    private final Map<String, Instant> fullAgain = new ConcurrentHashMap<>();

    public Throttle(int tries, Duration refill, Clock clock) {
        this.tries = tries;
        this.refill = refill;
        this.clock = clock;
    }

    /** Takes a try; false when there is none left. */
    public boolean take(String key) {
        Instant now = clock.instant();
        if (fullAgain.size() >= MOST_KEYS) {
            fullAgain.values().removeIf(full -> !full.isAfter(now));
        }
        if (fullAgain.size() >= MOST_KEYS && !fullAgain.containsKey(key)) {
            return false;
        }
        boolean[] taken = new boolean[1];
        fullAgain.compute(key, (same, full) -> {
            Instant from = full == null || full.isBefore(now) ? now : full;
            Instant then = from.plus(refill);
            taken[0] = !then.isAfter(now.plus(refill.multipliedBy(tries)));
            return taken[0] ? then : from;
        });
        return taken[0];
    }

    /** Gives a try back: it was no failure. */
    public void giveBack(String key) {
        fullAgain.computeIfPresent(key, (same, full) -> full.minus(refill));
    }

    /** Until the key has a try again; zero when it has one. */
    Duration wait(String key) {
        Instant now = clock.instant();
        Instant full = fullAgain.getOrDefault(key, now);
        Duration wait = Duration.between(now.plus(refill.multipliedBy(tries - 1L)), full);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
