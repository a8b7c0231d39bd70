package org.deskbell.site;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.deskbell.settings.Refused;
import org.deskbell.site.HoursDraft.HolidayDraft;

/**
 * Says what is wrong with a draft of a site's hours; the field of a problem is {@code zone}, {@code message}, {@code week}, a weekday's name in
 * lower case, or {@code date-}, {@code name-} or {@code open-} and the holiday's id. What is typed must be right also where it does not count.
 */
public final class HoursCheck {
    /** Days with hours of their own: some years of them. */
    public static final int HOLIDAYS = 60;

    /** Letters of a holiday's name. */
    public static final int NAME = 40;

    /** Letters of the message. */
    public static final int MESSAGE = 300;

    private final List<Problem> problems = new ArrayList<>();

    private HoursCheck() {}

    /** The time zones that can be chosen, in the order of their names: places, and UTC. */
    public static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(HoursCheck::isPlace)
                .sorted()
                .toList();
    }

    private static boolean isPlace(String zone) {
        return zone.equals("UTC") || zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/");
    }

    /** Everything that is wrong; empty when it may be kept. */
    public static List<Problem> problems(HoursDraft draft) {
        HoursCheck check = new HoursCheck();
        if (!isPlace(draft.zone()) || !ZoneId.getAvailableZoneIds().contains(draft.zone())) {
            check.add("zone", draft.zone().isEmpty() ? "required" : "bad-zone", draft.zone());
        }
        for (DayOfWeek day : DayOfWeek.values())
            check.spans(word(day), draft.week().get(day));
        boolean never = draft.week().values().stream().allMatch(String::isBlank);
        if (!draft.always() && never) check.add("week", "no-hours", "");
        if (draft.holidays().size() > HOLIDAYS) check.add("page", "many-holidays", String.valueOf(HOLIDAYS));
        Set<LocalDate> dates = new HashSet<>();
        for (HolidayDraft each : draft.holidays()) check.holiday(each, dates);
        check.message(draft.message());
        return List.copyOf(check.problems);
    }

    /** The weekday as a problem's field. */
    public static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    /** The weekday of such a word. */
    public static DayOfWeek day(String word) {
        return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private void holiday(HolidayDraft each, Set<LocalDate> dates) {
        LocalDate date = dateOf(each.date());
        if (each.date().isEmpty()) add("date-" + each.id(), "required", "");
        else if (date == null) add("date-" + each.id(), "bad-date", "");
        else if (!dates.add(date)) add("date-" + each.id(), "date-twice", "");
        if (each.name().length() > NAME) add("name-" + each.id(), "too-long", String.valueOf(NAME));
        else if (each.name().chars().anyMatch(Character::isISOControl)) add("name-" + each.id(), "bad-text", "");
        spans("open-" + each.id(), each.open());
    }

    private static LocalDate dateOf(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= 2000 && date.getYear() < 2200 ? date : null;
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private void spans(String field, String text) {
        try {
            Span.read(text);
        } catch (Refused refused) {
            add(field, refused.reason(), refused.reason().equals("many-hours") ? String.valueOf(Span.MOST) : "");
        }
    }

    private void message(String text) {
        if (text.length() > MESSAGE) add("message", "too-long", String.valueOf(MESSAGE));
        else if (text.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n')) {
            add("message", "bad-letters", "");
        }
    }

    private void add(String field, String reason, String detail) {
        problems.add(new Problem(field, reason, detail));
    }
}
