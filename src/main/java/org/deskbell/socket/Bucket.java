package org.deskbell.socket;

/** A token bucket: {@code burst} at once, then {@code perSecond}. Not for several threads at a time. */
final class Bucket {
    private final double burst;
    private final double perNano;
    private double tokens;
    private long last;

    Bucket(double burst, double perSecond, long now) {
        this.burst = burst;
        this.perNano = perSecond / 1e9;
        tokens = burst;
        last = now;
    }

    /** Takes a token; false where there is none. {@code now} is in nanoseconds of a clock that only goes forward. */
    synchronized boolean take(long now) {
        tokens = Math.min(burst, tokens + (now - last) * perNano);
        last = now;
        if (tokens < 1) return false;
        tokens--;
        return true;
    }

    synchronized boolean empty(long now) {
        return tokens + (now - last) * perNano < 1;
    }

    /** True where nothing was taken for long: it can be made anew when needed. */
    synchronized boolean full(long now) {
        return tokens + (now - last) * perNano >= burst;
    }
}
