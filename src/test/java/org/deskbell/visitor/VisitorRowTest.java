package org.deskbell.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class VisitorRowTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-27T09:30:00Z");

    private final VisitorRow row = new VisitorRow();

    @Test
    void whoWasNotSeenForHalfAnHourComesForAnotherVisit() {
        seen(AT, false);
        seen(AT.plusMinutes(29), false);
        assertThat(row.visits).isEqualTo(1);
        assertThat(row.visitAt).isEqualTo(AT);
        seen(AT.plusMinutes(59), false);
        assertThat(row.visits).isEqualTo(2);
        assertThat(row.visitAt).isEqualTo(AT.plusMinutes(59));
    }

    @Test
    void whoWasThereAllTheTimeIsOnTheSameVisit() {
        seen(AT, false);
        seen(AT.plusHours(2), true);
        assertThat(row.visits).isEqualTo(1);
        assertThat(row.visitAt).isEqualTo(AT);
    }

    @Test
    void whoIsListedForTheFirstTimeBeginsHisFirstVisit() {
        seen(AT, true);
        assertThat(row.visits).isEqualTo(1);
        assertThat(row.visitAt).isEqualTo(AT);
    }

    private void seen(OffsetDateTime now, boolean goesOn) {
        row.visit(now, goesOn);
        row.lastSeenAt = now;
    }
}
