package org.deskbell.site;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * When somebody is at the desk of a site, by the clock on its wall: a span that begins at 02:30 begins with every 02:30 there is on that day.
 * {@code always}: the rest is kept but does not count. {@code message}: what visitors read outside them, empty for the usual words.
 */
public record Hours(
        boolean always, ZoneId zone, Map<DayOfWeek, List<Span>> week, List<Holiday> holidays, String message)
        implements Serializable {

    /** Those of a new site. */
    public static final Hours ALWAYS = new Hours(true, ZoneOffset.UTC, Map.of(), List.of(), "");

    /** Who does not open within so many days has nothing to announce. */
    private static final int AHEAD = 400;

    public Hours {
        week = Map.copyOf(week);
        holidays = List.copyOf(holidays);
    }

    public boolean open(Instant at) {
        if (always) return true;
        LocalDateTime there = LocalDateTime.ofInstant(at, zone);
        int minute = there.getHour() * 60 + there.getMinute();
        return on(there.toLocalDate()).stream().anyMatch(span -> span.contains(minute));
    }

    /** From when on it is open again: {@code at} itself where it is, nothing where that is more than a year away. */
    public Optional<Instant> opens(Instant at) {
        if (open(at)) return Optional.of(at);
        LocalDate today = LocalDate.ofInstant(at, zone);
        for (int day = 0; day <= AHEAD; day++) {
            Instant first = firstOn(today.plusDays(day), at);
            if (first != null) return Optional.of(first);
        }
        return Optional.empty();
    }

    private Instant firstOn(LocalDate day, Instant after) {
        List<Span> spans = on(day);
        if (spans.isEmpty()) return null;
        ZoneRules rules = zone.getRules();
        TreeSet<Instant> moments = new TreeSet<>();
        for (Span span : spans) {
            LocalDateTime start = day.atStartOfDay().plusMinutes(span.from());
            for (ZoneOffset offset : rules.getValidOffsets(start)) moments.add(start.toInstant(offset));
        }
        // Where the clocks are put on, the start may be left out; where they are put back, a span may begin again.
        Instant midnight = day.atStartOfDay(zone).toInstant();
        ZoneOffsetTransition change = rules.nextTransition(midnight.minusSeconds(1));
        Instant over = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (change != null && change.getInstant().isBefore(over)) moments.add(change.getInstant());
        return moments.stream()
                .filter(moment -> moment.isAfter(after) && open(moment))
                .findFirst()
                .orElse(null);
    }

    private List<Span> on(LocalDate day) {
        for (Holiday each : holidays) if (each.date().equals(day)) return each.open();
        return week.getOrDefault(day.getDayOfWeek(), List.of());
    }
}
