package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.deskbell.site.Hours;
import org.deskbell.site.Site;
import org.deskbell.site.SiteId;
import org.deskbell.site.Span;
import org.deskbell.support.ASite;
import org.deskbell.support.HandClock;
import org.junit.jupiter.api.Test;

class ShuttersTest {
    private static final Instant MONDAY = Instant.parse("2026-07-27T00:00:00Z");

    private final HandClock clock = new HandClock(MONDAY.plus(Duration.ofHours(8)));
    private final Shutters shutters = new Shutters(clock);
    private final Site always = site(1, Hours.ALWAYS);
    private final Site office = site(2, monday("9-17", "Asleep"));

    @Test
    void aClosedSiteSaysWhenItOpensAndWhatItWants() {
        assertThat(shutters.of(always)).isNull();
        assertThat(shutters.of(office).online()).isFalse();
        assertThat(shutters.of(office).opens()).isEqualTo("2026-07-27T09:00:00Z");
        assertThat(shutters.of(office).message()).isEqualTo("Asleep");
        assertThat(shutters.of(site(2, monday("9-17", ""))).message()).isNull();
    }

    @Test
    void itIsToldOnceWhenItOpensAndOnceWhenItCloses() {
        assertThat(changed()).containsExactly(office.id());
        clock.pass(Duration.ofMinutes(59));
        assertThat(changed()).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        assertThat(changed()).containsExactly(office.id());
        assertThat(shutters.of(office)).isNull();
        assertThat(changed()).isEmpty();

        clock.pass(Duration.ofHours(8));
        assertThat(changed()).containsExactly(office.id());
        assertThat(shutters.of(office).opens()).isEqualTo("2026-08-03T09:00:00Z");
    }

    @Test
    void otherHoursOrAnotherMessageAreToldToo() {
        changed();
        Site later = site(2, monday("10-17", "Asleep"));

        assertThat(shutters.changed(List.of(always, later))).containsExactly(office.id());
        assertThat(shutters.changed(List.of(always, later))).isEmpty();
        assertThat(shutters.changed(List.of(always))).containsExactly(office.id());
    }

    private Iterable<SiteId> changed() {
        return shutters.changed(List.of(always, office));
    }

    private static Hours monday(String open, String message) {
        return new Hours(false, ZoneOffset.UTC, Map.of(DayOfWeek.MONDAY, Span.read(open)), List.of(), message);
    }

    private static Site site(long id, Hours hours) {
        return ASite.numbered(id).opening(hours).site();
    }
}
