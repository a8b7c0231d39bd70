package org.deskbell.routing;

import java.time.Duration;

/**
 * How a site's conversations are given out; {@code sticky}: first to the agent the visitor talked to last; {@code timed}: who does not open what he
 * is given within so many {@code seconds} loses it again, and where it is not, the number is kept for when it is; {@code fate}: what becomes of what an
 * agent has when he goes offline.
 */
public record Rule(Way way, boolean sticky, boolean timed, int seconds, Fate fate) {
    public static final Rule USUAL = new Rule(Way.PICK, false, false, 60, Fate.QUEUE);

    public static final int LEAST_SECONDS = 10;
    public static final int MOST_SECONDS = 600;

    /** Whether anything is given by itself. */
    boolean assigns() {
        return way != Way.PICK;
    }

    /** Whether what an agent leaves goes to a colleague directly; where a site gives out by itself, it does so from the queue. */
    boolean givesAtOnce() {
        return fate == Fate.GIVE && !assigns();
    }

    Duration patience() {
        return Duration.ofSeconds(seconds);
    }
}
