package org.deskbell.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deskbell.settings.Refused;
import org.deskbell.site.HoursDraft.HolidayDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursCheckTest {
    private static final Map<DayOfWeek, String> MONDAY = Map.of(DayOfWeek.MONDAY, "09:00–17:00");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09:00–12:30, 13:30–18:00",
                "9-12:30,13:30-18",
                "13.30 - 18; 9 — 12.30",
                " 9h00-12h30\n13h30-18h00 "
            })
    void timesAreReadAsPeopleWriteThem(String text) {
        assertThat(Span.write(Span.read(text))).isEqualTo("09:00–12:30, 13:30–18:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9 to 5 | bad-hours",
                "9-25 | bad-hours",
                "9:75-10 | bad-hours",
                "9 | bad-hours",
                "24:01-24:02 | bad-hours",
                "22-2 | backward-hours",
                "9-9 | backward-hours",
                "9-12, 11-13 | overlapping-hours",
                "1-2,3-4,5-6,7-8,9-10 | many-hours",
            })
    void whatIsNoTimeOfADayIsRefusedByItsReason(String text, String reason) {
        assertThatThrownBy(() -> Span.read(text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(problems(draft(false, "UTC", Map.of(DayOfWeek.SUNDAY, text), "")))
                .containsExactly("sunday " + reason);
    }

    @Test
    void aPlainWeekIsFine() {
        HoursDraft draft = draft(false, "Europe/Berlin", MONDAY, "Back\nsoon", holiday("2026-12-24", "9-12"));

        assertThat(problems(draft)).isEmpty();
        assertThat(draft.hours().holidays()).hasSize(1);
    }

    @Test
    void aWeekWithoutHoursIsRefusedWhereItCounts() {
        assertThat(problems(draft(false, "UTC", Map.of(), ""))).containsExactly("week no-hours");
        assertThat(problems(draft(true, "UTC", Map.of(), ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Berlin", "+02:00", "Etc/GMT+2", "Europe/Atlantis", "GMT"})
    void onlyPlacesAreTimeZones(String zone) {
        assertThat(problems(draft(false, zone, MONDAY, ""))).containsExactly("zone bad-zone");
    }

    @Test
    void aDateIsThereAndThereOnce() {
        HoursDraft draft = draft(
                false,
                "UTC",
                MONDAY,
                "",
                new HolidayDraft("a", "", "", ""),
                new HolidayDraft("b", "2026-02-30", "", "nine"),
                new HolidayDraft("c", "2026-12-24", "", ""),
                new HolidayDraft("d", "2026-12-24", "x".repeat(41), ""));

        assertThat(problems(draft))
                .containsExactly(
                        "date-a required",
                        "date-b bad-date",
                        "open-b bad-hours",
                        "date-d date-twice",
                        "name-d too-long");
    }

    @Test
    void thereAreNotTooManyHolidaysNorTooLongAMessage() {
        HolidayDraft[] many = IntStream.rangeClosed(0, HoursCheck.HOLIDAYS)
                .mapToObj(day -> holiday(LocalDate.of(2026, 1, 1).plusDays(day).toString(), ""))
                .toArray(HolidayDraft[]::new);

        assertThat(problems(draft(false, "UTC", MONDAY, "x".repeat(301), many)))
                .containsExactly("page many-holidays", "message too-long");
    }

    @Test
    void theLargestHoursFitIntoTheStore() {
        String four = "00:00–01:00, 02:00–03:00, 04:00–05:00, 06:00–07:00";
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) week.put(day, four);
        HolidayDraft[] many = IntStream.range(0, HoursCheck.HOLIDAYS)
                .mapToObj(day -> new HolidayDraft(
                        "h", LocalDate.of(2026, 1, 1).plusDays(day).toString(), "\"".repeat(40), four))
                .toArray(HolidayDraft[]::new);
        HoursDraft draft = draft(false, "America/Argentina/ComodRivadavia", week, "\"".repeat(300), many);

        assertThat(HoursCheck.problems(draft)).isEmpty();
        assertThat(HoursText.write(draft.hours())).hasSizeLessThan(16_000);
    }

    private static HolidayDraft holiday(String date, String open) {
        return new HolidayDraft("h", date, "A day", open);
    }

    private static HoursDraft draft(
            boolean always, String zone, Map<DayOfWeek, String> week, String message, HolidayDraft... holidays) {
        return new HoursDraft(always, zone, week, List.of(holidays), message);
    }

    private static List<String> problems(HoursDraft draft) {
        return HoursCheck.problems(draft).stream()
                .map(problem -> problem.field() + " " + problem.reason())
                .toList();
    }
}
