package org.deskbell.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.deskbell.conversation.Taken;

/**
 * How fast a queue moves. A step is the time from which a conversation was the next one to when it was taken: it was the next one since the one
 * before was taken, or, where nobody waited then, since it came. The pace is the mean of the last steps without the longest tenth, which may
 * have waited over a break. Pure.
 */
public final class Pace {
    static final Pace UNKNOWN = new Pace(null, null);

    /** With fewer steps than these nothing is said. */
    static final int FEWEST = 3;

    /** Only so many of the last ones count. */
    static final int LAST = 20;

    /** Above this it is no answer any more, minutes. */
    private static final int MOST = 60;

    private final Duration step;
    private final Instant moved;

    private Pace(Duration step, Instant moved) {
        this.step = step;
        this.moved = moved;
    }

    static Pace of(Collection<Taken> lately) {
        List<Taken> taken = lately.stream()
                .filter(each -> each.taken() != null)
                .sorted(Comparator.comparing(Taken::taken))
                .toList();
        if (taken.isEmpty()) return UNKNOWN;
        Instant moved = taken.get(taken.size() - 1).taken();
        return new Pace(taken.size() < FEWEST ? null : mean(steps(taken)), moved);
    }

    private static List<Duration> steps(List<Taken> taken) {
        List<Duration> steps = new ArrayList<>();
        Instant before = Instant.MIN;
        for (Taken each : taken) {
            Instant next = before.isAfter(each.queued()) ? before : each.queued();
            steps.add(Duration.between(next, each.taken()));
            before = each.taken();
        }
        return steps.subList(Math.max(0, steps.size() - LAST), steps.size());
    }

    private static Duration mean(List<Duration> steps) {
        int counted = steps.size() - steps.size() / 10;
        return steps.stream()
                .sorted()
                .limit(counted)
                .reduce(Duration.ZERO, Duration::plus)
                .dividedBy(counted);
    }

    /**
     * About how many minutes the one at this position (1: the next) has to wait still: never less than nobody has been taken for, a whole number,
     * above 10 in fives; null where it is not known or more than an hour.
     *
     * @param first since when the first one waits
     */
    public Integer minutes(int position, Instant first, Instant now) {
        if (step == null) return null;
        Duration still = Duration.between(moved.isAfter(first) ? moved : first, now);
        Duration wait = step.multipliedBy(position);
        long minutes = rounded(wait.compareTo(still) < 0 ? still : wait);
        return minutes > MOST ? null : (int) minutes;
    }

    /** Up to whole minutes, at least one; above 10 to fives. */
    static long rounded(Duration time) {
        long minutes = Math.max(1, time.plusSeconds(59).toMinutes());
        return minutes <= 10 ? minutes : (minutes + 4) / 5 * 5;
    }
}
