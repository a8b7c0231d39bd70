package org.deskbell.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long help keeps a conversation from being ended by its site. */
class OngoingTest {
    private final Room room = new Room();

    @Test
    void fromTheQuestionUntilItsEndAndNoLongerWhoeverWritesThatDown() {
        assertThat(lasts()).isFalse();
        room.ask("r1", Permission.VOICE);
        assertThat(lasts()).isTrue();
        room.answer("r1", Permission.VOICE);
        assertThat(lasts()).isTrue();
        room.pass(Duration.ofMinutes(10));
        assertThat(room.conversation().assistance()).isNotNull();
        assertThat(lasts()).isFalse();
    }

    private boolean lasts() {
        return new Ongoing().lasts(room.conversation(), room.now());
    }
}
