package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.deskbell.staff.AgentId;
import org.junit.jupiter.api.Test;

class DeclinedTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final ConversationId ONE = new ConversationId(1);
    private static final ConversationId OTHER = new ConversationId(2);
    private static final AgentId ADA = new AgentId(1);
    private static final AgentId BEN = new AgentId(2);

    private final Declined declined = new Declined();

    @Test
    void whoGaveItAwayIsNeverGivenItAgain() {
        declined.add(ONE, ADA, false, NOON);
        declined.add(ONE, BEN, false, NOON);
        assertThat(declined.by(NOON.plus(Duration.ofDays(1)))).isEqualTo(Map.of(ONE, Set.of(ADA, BEN)));
    }

    @Test
    void whoDidNotOpenItRestsForAMinuteAndOnlyFromThatOne() {
        declined.add(ONE, ADA, true, NOON);
        declined.add(OTHER, BEN, true, NOON.minusSeconds(30));
        assertThat(declined.by(NOON)).isEqualTo(Map.of(ONE, Set.of(ADA), OTHER, Set.of(BEN)));
        assertThat(declined.by(NOON.plusSeconds(30))).isEqualTo(Map.of(ONE, Set.of(ADA)));
        assertThat(declined.by(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void heRestsTwiceAsLongEachTimeUpToAnHour() {
        int[] minutes = {1, 2, 4, 8, 16, 32, 60, 60};
        Instant at = NOON;
        for (int each : minutes) {
            declined.add(ONE, ADA, true, at);
            Instant over = at.plus(Duration.ofMinutes(each));
            assertThat(declined.by(over.minusMillis(1))).containsKey(ONE);
            assertThat(declined.by(over)).isEmpty();
            at = over.plusSeconds(60);
        }
        for (int i = 0; i < 100; i++) declined.add(ONE, ADA, true, at);
        assertThat(declined.by(at.plus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void theLastTimeCountsInWhateverOrderTheyAreRead() {
        declined.add(ONE, ADA, true, NOON.plusSeconds(300));
        declined.add(ONE, ADA, true, NOON);
        assertThat(declined.by(NOON.plusSeconds(300 + 119))).containsKey(ONE);
        assertThat(declined.by(NOON.plusSeconds(300 + 120))).isEmpty();
    }
}
