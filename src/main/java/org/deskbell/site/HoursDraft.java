package org.deskbell.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What somebody wants a site's hours to be, as it was typed and not checked yet ({@link HoursCheck}). */
public record HoursDraft(
        boolean always, String zone, Map<DayOfWeek, String> week, List<HolidayDraft> holidays, String message) {

    /** A day with hours of its own; {@code id} is what problems name it by, {@code date} as 2026-12-25. */
    public record HolidayDraft(String id, String date, String name, String open) {
        public HolidayDraft {
            date = stripped(date);
            name = stripped(name);
            open = stripped(open);
        }
    }

    public HoursDraft {
        zone = stripped(zone);
        week = Map.copyOf(week);
        holidays = List.copyOf(holidays);
        message = stripped(message).replace("\r\n", "\n");
    }

    /** Only of one without problems. */
    Hours hours() {
        Map<DayOfWeek, List<Span>> spans = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, text) -> {
            List<Span> open = Span.read(text);
            if (!open.isEmpty()) spans.put(day, open);
        });
        List<Holiday> days = holidays.stream()
                .map(each -> new Holiday(LocalDate.parse(each.date()), each.name(), Span.read(each.open())))
                .sorted(Comparator.comparing(Holiday::date))
                .toList();
        return new Hours(always, ZoneId.of(zone), spans, days, message);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
