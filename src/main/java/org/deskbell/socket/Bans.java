package org.deskbell.socket;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who is kept away, and for how long: each ban is twice as long as the one before, up to sixty times the first; after ten quiet minutes the
 * next one is a first one again. Whose last ban is the oldest is forgotten when there are too many. Times are in nanoseconds of a clock
 * that only goes forward.
 */
final class Bans {
    static final int KEPT = 10_000;
    static final int LONGEST = 60;
    static final long QUIET = 600_000_000_000L;

    private final long first;
    private final Map<Object, Ban> bans = new LinkedHashMap<>();

    private record Ban(long length, long until) {}

    /** @param first how long the first ban is; 0 for never any */
    Bans(long first) {
        this.first = first;
    }

    /**
     * Keeps {@code whom} away from now on, not shorter than {@code atLeast}.
     *
     * @return for how long
     */
    synchronized long add(Object whom, long atLeast, long now) {
        if (first == 0) return 0;
        Ban last = bans.remove(whom);
        boolean again = last != null && now - last.until < QUIET;
        long next = again ? Math.min(2 * last.length, LONGEST * first) : first;
        long length = Math.max(next, atLeast);
        bans.put(whom, new Ban(length, now + length));
        if (bans.size() > KEPT) bans.remove(bans.keySet().iterator().next());
        return length;
    }

    /** How long {@code whom} has to stay away still; 0 for not at all. */
    synchronized long left(Object whom, long now) {
        Ban ban = bans.get(whom);
        return ban == null ? 0 : Math.max(0, ban.until - now);
    }
}
