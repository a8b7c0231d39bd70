package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.deskbell.conversation.ConversationId;
import org.deskbell.support.AConversation;
import org.deskbell.support.HandClock;
import org.junit.jupiter.api.Test;

/** How long typing keeps a conversation from being ended by its site. */
class WritingTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-21T09:00:00Z"));
    private final Writing writing = new Writing(clock);

    @Test
    void forAMinuteInThatConversationAlone() {
        writing.in(new ConversationId(1));
        clock.pass(Duration.ofSeconds(59));
        assertThat(lasts(1)).isTrue();
        assertThat(lasts(2)).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(lasts(1)).isFalse();
    }

    @Test
    void whatIsOverIsForgotten() {
        for (long id = 1; id <= 100; id++) writing.in(new ConversationId(id));
        clock.pass(Writing.LATELY);
        writing.in(new ConversationId(101));
        assertThat(writing.known()).isEqualTo(1);
    }

    private boolean lasts(long id) {
        return writing.lasts(AConversation.numbered(id).conversation(), clock.instant());
    }
}
