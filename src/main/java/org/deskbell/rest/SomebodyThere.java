package org.deskbell.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.deskbell.presence.AgentPresence;
import org.deskbell.site.Site;
import org.deskbell.staff.Staff;

/** Whether an agent is there to answer, known anew every few seconds: each page of a customer's website may ask. */
@ApplicationScoped
class SomebodyThere {
    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    private Staff staff;

    @Inject
    private AgentPresence presence;

    @Inject
    private Clock clock;

    private volatile Known known = new Known(false, Instant.MIN);

    private record Known(boolean somebody, Instant at) {}

    /** Outside the hours of this site nobody is. */
    boolean now(Site site) {
        Instant now = clock.instant();
        return site.hours().open(now) && online(now);
    }

    private boolean online(Instant now) {
        Known last = known;
        if (last.at().isBefore(now.minus(FRESH))) {
            boolean online = staff.all().stream()
                    .anyMatch(agent -> presence.statusOf(agent).equals("online"));
            last = new Known(online, now);
            known = last;
        }
        return last.somebody();
    }
}
