package org.deskbell.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void whoSetNoHoursIsAlwaysOpen() {
        Instant anyTime = at("2026-07-25T03:00:00+02:00");

        assertThat(Hours.ALWAYS.open(anyTime)).isTrue();
        assertThat(Hours.ALWAYS.opens(anyTime)).contains(anyTime);
    }

    @Test
    void hoursThatDoNotCountCloseNothing() {
        Hours kept = new Hours(true, BERLIN, Map.of(DayOfWeek.MONDAY, Span.read("9-10")), List.of(), "");

        assertThat(kept.open(at("2026-07-26T03:00:00+02:00"))).isTrue();
    }

    @Test
    void aSpanBeginsWithItsFirstMinuteAndEndsBeforeItsLast() {
        Hours hours = week("09:00–12:30, 13:30–18:00");

        assertThat(hours.open(at("2026-07-27T08:59:59+02:00"))).isFalse();
        assertThat(hours.open(at("2026-07-27T09:00:00+02:00"))).isTrue();
        assertThat(hours.open(at("2026-07-27T12:29:59+02:00"))).isTrue();
        assertThat(hours.open(at("2026-07-27T12:30:00+02:00"))).isFalse();
        assertThat(hours.opens(at("2026-07-27T12:30:00+02:00"))).contains(at("2026-07-27T13:30:00+02:00"));
    }

    @Test
    void afterTheLastDayOfTheWeekItOpensOnTheFirst() {
        assertThat(week("9-17").opens(at("2026-07-24T17:00:00+02:00"))).contains(at("2026-07-27T09:00:00+02:00"));
    }

    @Test
    void itsOwnClockCountsAndNobodyElses() {
        assertThat(week("9-17").open(at("2026-07-27T09:00:00+09:00"))).isFalse();
        assertThat(week("9-17").open(at("2026-07-27T16:00:00+09:00"))).isTrue();
    }

    @Test
    void aNightIsTwoSpansAndOpenWithoutAGap() {
        Hours night = new Hours(
                false,
                BERLIN,
                Map.of(DayOfWeek.FRIDAY, Span.read("22-24"), DayOfWeek.SATURDAY, Span.read("0-2")),
                List.of(),
                "");

        assertThat(night.open(at("2026-07-24T23:59:59+02:00"))).isTrue();
        assertThat(night.open(at("2026-07-25T00:00:00+02:00"))).isTrue();
        assertThat(night.open(at("2026-07-25T02:00:00+02:00"))).isFalse();
        assertThat(night.opens(at("2026-07-25T02:00:00+02:00"))).contains(at("2026-07-31T22:00:00+02:00"));
    }

    @Test
    void nineIsNineBeforeAndAfterTheClocksArePutOn() {
        Hours hours = week("9-17");

        assertThat(hours.opens(at("2026-03-27T17:00:00+01:00"))).contains(at("2026-03-30T09:00:00+02:00"));
        assertThat(hours.open(at("2026-03-30T07:00:00Z"))).isTrue();
        assertThat(hours.open(at("2026-03-27T07:30:00Z"))).isFalse();
    }

    @Test
    void aStartThatTheClocksLeaveOutIsWhereTheyGoOn() {
        Hours sunday = sunday("02:30–05:00");

        assertThat(sunday.opens(at("2026-03-29T00:00:00+01:00"))).contains(at("2026-03-29T03:00:00+02:00"));
        assertThat(sunday("02:15–02:45").opens(at("2026-03-29T00:00:00+01:00")))
                .contains(at("2026-04-05T02:15:00+02:00"));
    }

    @Test
    void anHourThatIsThereTwiceIsOpenTwice() {
        Hours sunday = sunday("02:30–02:45");

        assertThat(sunday.opens(at("2026-10-25T00:00:00+02:00"))).contains(at("2026-10-25T02:30:00+02:00"));
        assertThat(sunday.open(at("2026-10-25T02:50:00+02:00"))).isFalse();
        assertThat(sunday.opens(at("2026-10-25T02:50:00+02:00"))).contains(at("2026-10-25T02:30:00+01:00"));
        assertThat(sunday.open(at("2026-10-25T02:30:00+01:00"))).isTrue();
    }

    @Test
    void aSpanThatIsOverBeginsAgainWhereTheClocksArePutBackIntoIt() {
        Hours sunday = sunday("01:00–02:15");

        assertThat(sunday.open(at("2026-10-25T02:20:00+02:00"))).isFalse();
        assertThat(sunday.opens(at("2026-10-25T02:20:00+02:00"))).contains(at("2026-10-25T02:00:00+01:00"));
    }

    @Test
    void whereMidnightIsLeftOutTheDayOpensWithItsFirstMoment() {
        Hours cairo =
                new Hours(false, ZoneId.of("Africa/Cairo"), Map.of(DayOfWeek.FRIDAY, Span.read("0-8")), List.of(), "");

        assertThat(cairo.opens(at("2026-04-23T22:30:00+02:00"))).contains(at("2026-04-24T01:00:00+03:00"));
    }

    @Test
    void clocksThatArePutBackInAnotherMonthOpenNothingToday() {
        Map<DayOfWeek, List<Span>> daily = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) daily.put(day, Span.read("0-20"));
        Hours hours = new Hours(false, BERLIN, daily, List.of(), "");

        assertThat(hours.opens(at("2026-07-25T21:00:00+02:00"))).contains(at("2026-07-26T00:00:00+02:00"));
    }

    @Test
    void afterHalfAHolidayWhoIsOtherwiseThereDayAndNightOpensAtMidnight() {
        Map<DayOfWeek, List<Span>> daily = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) daily.put(day, Span.read("0-24"));
        Holiday half = new Holiday(LocalDate.parse("2026-12-24"), "Half", Span.read("0-12"));
        Hours hours = new Hours(false, BERLIN, daily, List.of(half), "");

        assertThat(hours.opens(at("2026-12-24T13:00:00+01:00"))).contains(at("2026-12-25T00:00:00+01:00"));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void itOpensInTheFirstMinuteInWhichItIsOpen(
            @ForAll("weeks") Map<DayOfWeek, List<Span>> week,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 365 * 24 * 60) int minute) {
        Hours hours = new Hours(false, zone, week, List.of(), "");
        Instant from = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));
        Optional<Instant> first = IntStream.range(0, 8 * 24 * 60)
                .mapToObj(later -> from.plus(Duration.ofMinutes(later)))
                .filter(hours::open)
                .findFirst();

        if (first.isPresent()) assertThat(hours.opens(from)).isEqualTo(first);
    }

    @Provide
    Arbitrary<Map<DayOfWeek, List<Span>>> weeks() {
        Arbitrary<List<Span>> day = Arbitraries.of(
                        "", "0-20", "0-24", "9-12:30, 13:30-18", "01:00-02:15", "02:30-02:45, 22-24")
                .map(Span::read);
        return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), day);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/Berlin", "Africa/Cairo", "Australia/Lord_Howe", "America/New_York", "Asia/Tokyo")
                .map(ZoneId::of);
    }

    @Test
    void aHolidayIsClosedAndTheNextDayIsNot() {
        Hours hours = with(new Holiday(LocalDate.parse("2026-07-27"), "Closed", List.of()));

        assertThat(hours.open(at("2026-07-27T10:00:00+02:00"))).isFalse();
        assertThat(hours.opens(at("2026-07-27T10:00:00+02:00"))).contains(at("2026-07-28T09:00:00+02:00"));
    }

    @Test
    void aHolidaysOwnHoursTakeThePlaceOfTheUsualOnes() {
        Hours hours = with(new Holiday(LocalDate.parse("2026-07-26"), "Open Sunday", Span.read("11-13")));

        assertThat(hours.opens(at("2026-07-25T10:00:00+02:00"))).contains(at("2026-07-26T11:00:00+02:00"));
        assertThat(hours.open(at("2026-07-26T13:00:00+02:00"))).isFalse();
    }

    @Test
    void anEmptyWeekNeverOpens() {
        Hours never = new Hours(false, BERLIN, Map.of(), List.of(), "");

        assertThat(never.open(at("2026-07-27T10:00:00+02:00"))).isFalse();
        assertThat(never.opens(at("2026-07-27T10:00:00+02:00"))).isEmpty();
    }

    @Test
    void theStoreGivesBackWhatItWasGiven() {
        Hours hours = with(new Holiday(LocalDate.parse("2026-12-24"), "\"Eve\"", Span.read("9-12, 13-14")));

        assertThat(HoursText.read(HoursText.write(hours))).isEqualTo(hours);
        assertThat(HoursText.write(Hours.ALWAYS)).isNull();
        assertThat(HoursText.read(null)).isEqualTo(Hours.ALWAYS);
    }

    private static Hours week(String open) {
        return hours(open, List.of());
    }

    private static Hours with(Holiday... holidays) {
        return hours("9-17", List.of(holidays));
    }

    private static Hours hours(String open, List<Holiday> holidays) {
        List<Span> spans = Span.read(open);
        return new Hours(
                false,
                BERLIN,
                Map.of(
                        DayOfWeek.MONDAY, spans,
                        DayOfWeek.TUESDAY, spans,
                        DayOfWeek.WEDNESDAY, spans,
                        DayOfWeek.THURSDAY, spans,
                        DayOfWeek.FRIDAY, spans),
                holidays,
                "back soon");
    }

    private static Hours sunday(String open) {
        return new Hours(false, BERLIN, Map.of(DayOfWeek.SUNDAY, Span.read(open)), List.of(), "");
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
