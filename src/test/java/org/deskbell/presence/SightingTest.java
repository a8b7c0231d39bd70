package org.deskbell.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deskbell.site.SiteId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

class SightingTest {
    private static final Instant AT = Instant.parse("2026-11-27T09:30:00Z");
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Looker LOOKER = new Looker(
            new VisitorId(7),
            "v-7",
            new SiteId(1),
            null,
            false,
            null,
            null,
            1,
            AT,
            List.of(new PageSeen("https://shop.example/", "Shop", AT)));

    private final Sighting there = new Sighting(LOOKER, AT, null, false);

    @Test
    void whoLeftEndsAfterTheGraceAndNotBeforeIt() {
        Sighting left = there.left(AT.plusSeconds(60));
        assertThat(there.ends(AT.plusSeconds(600), GRACE)).isFalse();
        assertThat(left.ends(AT.plusSeconds(74), GRACE)).isFalse();
        assertThat(left.ends(AT.plusSeconds(75), GRACE)).isTrue();
        assertThat(left.came().ends(AT.plusSeconds(600), GRACE)).isFalse();
        assertThat(left.ended().ends(AT.plusSeconds(600), GRACE)).isFalse();
    }

    @Test
    void hisPagesAreKeptForHalfAnHourWhereThereIsRoom() {
        Sighting ended = there.left(AT).ended();
        assertThat(ended.isOld(AT.plusSeconds(1_799), false)).isFalse();
        assertThat(ended.isOld(AT.plusSeconds(1_800), false)).isTrue();
        assertThat(ended.isOld(AT.plusSeconds(16), true)).isTrue();
    }

    @Test
    void whoIsThereOrMayComeBackKeepsHisPlaceInACrowd() {
        assertThat(there.isOld(AT.plusSeconds(9_000), true)).isFalse();
        assertThat(there.left(AT).isOld(AT.plusSeconds(14), true)).isFalse();
    }

    @Test
    void whoIsNotHeardOfIsLostUnlessHeIsServedHere() {
        assertThat(there.isLost(AT.plusSeconds(299), false)).isFalse();
        assertThat(there.isLost(AT.plusSeconds(300), false)).isTrue();
        assertThat(there.isLost(AT.plusSeconds(300), true)).isFalse();
        assertThat(there.toldAt(AT.plusSeconds(120)).isLost(AT.plusSeconds(300), false))
                .isFalse();
    }

    @Test
    void whoIsServedIsToldAgainAfterTwoMinutes() {
        assertThat(there.isStale(AT.plusSeconds(119))).isFalse();
        assertThat(there.isStale(AT.plusSeconds(120))).isTrue();
    }
}
