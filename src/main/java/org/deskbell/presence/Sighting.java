package org.deskbell.presence;

import java.time.Duration;
import java.time.Instant;
import org.deskbell.visitor.Visitor;

/**
 * What this node keeps of somebody who looks around. {@code told}: when nodes last told each other of him; {@code gone}: since when he has no
 * connection, or null; {@code over}: he is not listed any more, only his pages are still known.
 */
record Sighting(Looker looker, Instant told, Instant gone, boolean over) {
    /** Pages of a visit that has ended. */
    private static final Duration TRAIL = Duration.ofMinutes(30);

    /** Words may be lost: those served here are told again after this long, and who is not heard of for the second is gone. */
    private static final Duration AGAIN = Duration.ofMinutes(2);

    private static final Duration SILENCE = Duration.ofMinutes(5);

    Sighting of(Looker other) {
        return new Sighting(other, told, gone, over);
    }

    Sighting knowing(Visitor who) {
        return of(looker.known(who));
    }

    Sighting toldAt(Instant now) {
        return new Sighting(looker, now, gone, over);
    }

    Sighting came() {
        return gone == null ? this : new Sighting(looker, told, null, false);
    }

    Sighting left(Instant now) {
        return gone == null ? new Sighting(looker, told, now, false) : this;
    }

    Sighting ended() {
        return new Sighting(looker, told, gone, true);
    }

    /** Whether nobody serves him any more, as far as this node has heard, though nobody said that he left. */
    boolean isLost(Instant now, boolean served) {
        return !served && gone == null && isPast(told, SILENCE, now);
    }

    /** Whether nothing of him is of use any more; {@code crowded}: there is no room for pages of those who left. */
    boolean isOld(Instant now, boolean crowded) {
        return gone != null && (crowded && over || isPast(gone, TRAIL, now));
    }

    /** Whether he does not come back, as far as one can tell after this long. */
    boolean ends(Instant now, Duration grace) {
        return gone != null && !over && isPast(gone, grace, now);
    }

    /** Whether other nodes should hear of him again. */
    boolean isStale(Instant now) {
        return isPast(told, AGAIN, now);
    }

    private static boolean isPast(Instant since, Duration span, Instant now) {
        return !since.plus(span).isAfter(now);
    }
}
