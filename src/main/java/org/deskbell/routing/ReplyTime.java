package org.deskbell.routing;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.deskbell.conversation.Taken;

/** How long a site's visitors usually wait for their first answer: half of them no longer than that. Pure. */
final class ReplyTime {
    /** With fewer answers nothing is said. */
    static final int FEWEST = 5;

    private static final Duration MOST = Duration.ofHours(24);

    private ReplyTime() {}

    /** In minutes: whole ones, above 10 in fives, above an hour in whole hours; null where it is not known or more than a day. */
    static Integer of(Collection<Taken> lately) {
        List<Duration> waits = lately.stream()
                .filter(each -> each.answered() != null)
                .map(each -> Duration.between(each.queued(), each.answered()))
                .sorted()
                .toList();
        if (waits.size() < FEWEST) return null;
        Duration half = waits.get(waits.size() / 2);
        if (half.compareTo(MOST) > 0) return null;
        long minutes = Pace.rounded(half);
        return (int) (minutes <= 60 ? minutes : (minutes + 59) / 60 * 60);
    }
}
