package org.deskbell.site;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All sites as they were read at one moment. */
record Shelf(List<Site> all, Map<String, Site> byKey, Map<SiteId, Site> byId, Instant at) {
    private static final Duration FRESH = Duration.ofSeconds(5);

    static Shelf of(List<Site> sites, Instant at) {
        return new Shelf(
                List.copyOf(sites),
                sites.stream().collect(Collectors.toUnmodifiableMap(Site::key, Function.identity())),
                sites.stream().collect(Collectors.toUnmodifiableMap(Site::id, Function.identity())),
                at);
    }

    boolean olderThan(Instant now) {
        return now.isAfter(at.plus(FRESH));
    }
}
