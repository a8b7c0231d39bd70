package org.deskbell.socket;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.protocol.Presence;
import org.deskbell.site.Hours;
import org.deskbell.site.Site;
import org.deskbell.site.SiteId;

/** Which sites are outside their hours in this moment, and what their visitors are told then. */
final class Shutters {
    private final Clock clock;
    private final Map<SiteId, Closed> known = new ConcurrentHashMap<>();
    private Map<SiteId, Presence> told = Map.of();

    /** A closed site stays so until it opens; looking ahead for that moment is done once. */
    private record Closed(Hours hours, Instant opens, Presence presence) {
        boolean holds(Hours now, Instant at) {
            return hours.equals(now) && opens != null && at.isBefore(opens);
        }
    }

    Shutters(Clock clock) {
        this.clock = clock;
    }

    /** What a visitor of this site is told; null where it is open. */
    Presence of(Site site) {
        Instant now = clock.instant();
        if (site.hours().open(now)) return null;
        Closed last = known.get(site.id());
        if (last == null || !last.holds(site.hours(), now)) {
            last = closed(site.hours(), now);
            known.put(site.id(), last);
        }
        return last.presence();
    }

    private static Closed closed(Hours hours, Instant now) {
        Instant opens = hours.opens(now).orElse(null);
        String message = hours.message().isEmpty() ? null : hours.message();
        return new Closed(hours, opens, Presence.closed(opens, message));
    }

    /** Of all sites those that have opened or closed since the last call, or say something else now. */
    synchronized Set<SiteId> changed(List<Site> all) {
        Map<SiteId, Presence> now = new HashMap<>();
        for (Site each : all) {
            Presence closed = of(each);
            if (closed != null) now.put(each.id(), closed);
        }
        Set<SiteId> changed = new HashSet<>(now.keySet());
        changed.addAll(told.keySet());
        Map<SiteId, Presence> before = told;
        changed.removeIf(site -> Objects.equals(now.get(site), before.get(site)));
        told = now;
        known.keySet().retainAll(now.keySet());
        return changed;
    }
}
