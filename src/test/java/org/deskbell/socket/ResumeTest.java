package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.deskbell.conversation.Aside;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.conversation.ConversationId;
import org.deskbell.site.SiteId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

class ResumeTest {
    @Test
    void whoMissedSomeGetsExactlyThose() {
        assertThat(Resume.of(conversation(15), "c-1", 12)).isEqualTo(new Resume(true, 13, 15));
    }

    @Test
    void whoMissedNothingGetsNothing() {
        assertThat(Resume.of(conversation(15), "c-1", 15)).isEqualTo(new Resume(true, 16, 15));
    }

    @Test
    void startingUpIsAResumeFromZero() {
        assertThat(Resume.of(conversation(15), null, 0)).isEqualTo(new Resume(false, 1, 15));
    }

    @Test
    void whoHasMoreThanThereIsBeginsAnew() {
        assertThat(Resume.of(conversation(15), "c-1", 16)).isEqualTo(new Resume(false, 1, 15));
    }

    @Test
    void whoHoldsAnotherConversationBeginsAnew() {
        assertThat(Resume.of(conversation(15), "c-0", 12)).isEqualTo(new Resume(false, 1, 15));
    }

    @Test
    void aGapTooLongIsNotReplayedButTheNewestAre() {
        long last = 10 + Resume.LONGEST + 1;
        assertThat(Resume.of(conversation(last), "c-1", 10))
                .isEqualTo(new Resume(false, last - Resume.NEWEST + 1, last));
    }

    @Test
    void withoutAConversationThereIsNothing() {
        assertThat(Resume.of(null, "c-1", 3)).isEqualTo(new Resume(false, 1, 0));
    }

    private static Conversation conversation(long last) {
        Marks none = new Marks(0, 0);
        return new Conversation(
                new ConversationId(1),
                "c-1",
                new SiteId(1),
                null,
                new VisitorId(1),
                "v-1",
                true,
                null,
                last,
                none,
                none,
                0,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                Aside.NONE,
                List.of());
    }
}
