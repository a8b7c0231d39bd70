package org.deskbell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.deskbell.conversation.TakenLately;
import org.deskbell.site.SiteId;

/** How fast each site's queues move and how soon it usually answers, from the store; kept at hand for a while. */
@ApplicationScoped
public class Paces {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration LATELY = Duration.ofHours(2);
    private static final int TAKEN = 100;

    private static final Duration USUAL_FRESH = Duration.ofMinutes(10);
    private static final Duration USUAL = Duration.ofDays(7);

    @Inject
    private TakenLately taken;

    @Inject
    private Clock clock;

    private record Moves(Map<Optional<Long>, Pace> byDepartment, Instant at) {}

    private record Usual(Integer minutes, Instant until) {}

    private final Map<SiteId, Moves> moves = new HashMap<>();
    private final Map<SiteId, Usual> usual = new ConcurrentHashMap<>();

    /** Of a department's queue, or, with null, of what waits in none. May ask the store. One thread alone calls it. */
    public Pace of(SiteId site, Long department) {
        Instant now = clock.instant();
        moves.values().removeIf(read -> read.at.plus(FRESH).isBefore(now));
        return moves.computeIfAbsent(site, id -> new Moves(read(id, now), now))
                .byDepartment
                .getOrDefault(Optional.ofNullable(department), Pace.UNKNOWN);
    }

    private Map<Optional<Long>, Pace> read(SiteId site, Instant now) {
        return taken.of(site, now.minus(LATELY), TAKEN).stream()
                .collect(Collectors.groupingBy(
                        each -> Optional.ofNullable(each.department()),
                        Collectors.collectingAndThen(Collectors.toList(), Pace::of)));
    }

    /** In how many minutes the site usually answers, see {@link ReplyTime}; null where that is not known. May ask the store. */
    public Integer reply(SiteId site) {
        Instant now = clock.instant();
        Usual read = usual.get(site);
        if (read == null || !read.until.isAfter(now)) {
            // Nobody who comes meanwhile asks the store too, or waits for this answer: he is told what was known.
            usual.put(site, new Usual(read == null ? null : read.minutes, now.plus(FRESH)));
            read = usual(site, now);
            usual.put(site, read);
        }
        return read.minutes;
    }

    /** What is not known yet may be known soon. */
    private Usual usual(SiteId site, Instant now) {
        Integer minutes = ReplyTime.of(taken.of(site, now.minus(USUAL), TAKEN));
        return new Usual(minutes, now.plus(minutes == null ? FRESH : USUAL_FRESH));
    }
}
