package org.deskbell.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.deskbell.conversation.ConversationId;
import org.deskbell.push.Occasion.What;
import org.deskbell.staff.AgentId;
import org.junit.jupiter.api.Test;

class SpacingTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final AgentId BEN = new AgentId(1);
    private static final AgentId CHLOE = new AgentId(2);
    private static final ConversationId ONE = new ConversationId(10);
    private static final ConversationId OTHER = new ConversationId(11);

    private final Spacing spacing = new Spacing();

    @Test
    void oneConversationCallsAnAgentOnceAMinute() {
        assertThat(spacing.take(BEN, ONE, What.WAITS, NOW)).isTrue();
        assertThat(spacing.take(BEN, ONE, What.MESSAGE, NOW.plusSeconds(59))).isFalse();
        assertThat(spacing.take(BEN, ONE, What.MESSAGE, NOW.plusSeconds(60))).isTrue();
        assertThat(spacing.take(BEN, ONE, What.MESSAGE, NOW.plusSeconds(61))).isFalse();
    }

    @Test
    void othersAreCalledAndForOthers() {
        assertThat(spacing.take(BEN, ONE, What.WAITS, NOW)).isTrue();
        assertThat(spacing.take(CHLOE, ONE, What.WAITS, NOW)).isTrue();
        assertThat(spacing.take(BEN, OTHER, What.WAITS, NOW)).isTrue();
    }

    @Test
    void whatSomebodyGivesHimDoesNotWait() {
        assertThat(spacing.take(BEN, ONE, What.WAITS, NOW)).isTrue();
        assertThat(spacing.take(BEN, ONE, What.GIVEN, NOW.plusSeconds(1))).isTrue();
        assertThat(spacing.take(BEN, ONE, What.MENTION, NOW.plusSeconds(2))).isTrue();
        assertThat(spacing.take(BEN, ONE, What.MESSAGE, NOW.plusSeconds(3))).isFalse();
    }

    @Test
    void whoLooksWhetherHeIsFreeTakesNothing() {
        assertThat(spacing.isFree(BEN, ONE, What.WAITS, NOW)).isTrue();
        assertThat(spacing.take(BEN, ONE, What.WAITS, NOW)).isTrue();
        assertThat(spacing.isFree(BEN, ONE, What.MESSAGE, NOW.plusSeconds(59))).isFalse();
        assertThat(spacing.isFree(BEN, ONE, What.GIVEN, NOW.plusSeconds(59))).isTrue();
        assertThat(spacing.isFree(BEN, ONE, What.MESSAGE, NOW.plusSeconds(60))).isTrue();
    }
}
