package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deskbell.routing.Remit;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final Remit ALL = new Remit(Set.of());
    private static final Remit NO_ORDERS = new Remit(Set.of(100L));

    private final List<String> sent = new ArrayList<>();
    private final Sight sight = new Sight(ALL, feed -> {}, sent::add);

    @Test
    void aChangeWaitsForTheWholeOfTheLists() {
        sight.news(ALL, "change");
        assertThat(sent).isEmpty();
        sight.whole("whole");
        sight.news(ALL, "another");
        assertThat(sent).containsExactly("whole", "change", "another");
    }

    @Test
    void aChangeThatWasCutToWhatHeMightSeeBeforeIsNotShown() {
        sight.whole("whole");
        assertThat(sight.becomes(NO_ORDERS)).isTrue();
        sight.news(ALL, "of Orders, before the lists");
        sight.whole("without Orders");
        sight.news(ALL, "of Orders, after the lists");
        assertThat(sent).containsExactly("whole", "without Orders");
    }

    @Test
    void whatHeMaySeeNowComesBehindItsLists() {
        sight.whole("whole");
        sight.becomes(NO_ORDERS);
        sight.news(NO_ORDERS, "change");
        sight.whole("without Orders");
        assertThat(sent).containsExactly("whole", "without Orders", "change");
    }

    @Test
    void nothingWaitsWhereHeMaySeeTheSameAsBefore() {
        sight.whole("whole");
        assertThat(sight.becomes(ALL)).isFalse();
        sight.news(ALL, "change");
        assertThat(sent).containsExactly("whole", "change");
    }
}
