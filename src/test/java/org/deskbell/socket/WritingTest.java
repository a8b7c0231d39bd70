package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deskbell.conversation.Aside;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.conversation.ConversationId;
import org.deskbell.site.SiteId;
import org.deskbell.support.HandClock;
import org.deskbell.visitor.VisitorId;
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
        return writing.lasts(conversation(id), clock.instant());
    }

    private static Conversation conversation(long id) {
        Marks none = new Marks(0, 0);
        Instant at = Instant.EPOCH;
        return new Conversation(
                new ConversationId(id),
                "c-" + id,
                new SiteId(1),
                null,
                new VisitorId(id),
                "v-" + id,
                true,
                null,
                1,
                none,
                none,
                0,
                null,
                at,
                at,
                at,
                null,
                null,
                Aside.NONE,
                List.of());
    }
}
