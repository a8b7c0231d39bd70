package org.deskbell.routing;

import java.time.Duration;

/**
 * How long somebody rests who works whenever he is called: not at all as long as that is little, and so many times as long as he worked where he
 * would do nothing else, since the store has other things to do. Pure; of one thread.
 */
final class Rest {
    private static final int TIMES = 4;
    private static final long LONGEST = Duration.ofMillis(500).toNanos();

    /** So much he may work at once without a rest, when he had nothing to do before. */
    private static final long FRESH = Duration.ofMillis(100).toNanos();

    private long left = FRESH;
    private long since;

    /** @param now in nanoseconds, as of any clock that only goes forward */
    Rest(long now) {
        since = now;
    }

    /** Nanoseconds to rest after work that began and ended then. */
    long after(long began, long ended) {
        long over = Math.min(FRESH, left + (began - since) / TIMES) - (ended - began);
        // One that was very slow, since the store was gone, is paid for by one rest and not by all that follow.
        left = Math.max(-LONGEST / TIMES, over);
        since = ended;
        return left >= 0 ? 0 : -left * TIMES;
    }
}
