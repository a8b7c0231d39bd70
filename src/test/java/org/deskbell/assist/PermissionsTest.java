package org.deskbell.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskbell.assist.Permission.SEE;
import static org.deskbell.assist.Permission.VOICE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Committed;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.Elsewhere;
import org.deskbell.conversation.Happened;
import org.deskbell.conversation.Reply;
import org.deskbell.support.HandClock;
import org.junit.jupiter.api.Test;

/** What this node knows of what is allowed: never more than what is so. */
class PermissionsTest {
    private static final ConversationId ID = new ConversationId(1);

    private final Room room = new Room();
    private final HandClock clock = new HandClock(room.now());
    private Runnable whileReading = () -> {};
    private final Permissions permissions = new Permissions(new Table(), clock);

    @Test
    void whatIsNotKnownIsNotAllowed() {
        room.ask("r1", SEE).answer("r1", SEE);
        assertThat(sees()).isFalse();
        permissions.learn(ID);
        assertThat(sees()).isTrue();
        assertThat(permissions.sees(ID, Room.BEN.id())).isFalse();
    }

    @Test
    void newsIsFollowedAndOldNewsIsNot() {
        room.ask("r1", SEE).answer("r1", SEE);
        Conversation allowed = room.conversation();
        committed(allowed);
        assertThat(sees()).isTrue();
        room.take(Steps.visitorStops(null, null));
        committed(room.conversation());
        permissions.onElsewhere(new Elsewhere(List.of(allowed), List.of()));
        assertThat(sees()).isFalse();
    }

    @Test
    void whatEndsWhileItIsReadStaysEnded() {
        room.ask("r1", SEE).answer("r1", SEE);
        whileReading = () -> {
            room.take(Steps.visitorStops(null, null));
            committed(room.conversation());
        };
        permissions.learn(ID);
        assertThat(sees()).isFalse();
    }

    @Test
    void aStopHoldsBeforeItIsWrittenAndIsWrittenUntilItIs() {
        room.ask("r1", SEE, VOICE).answer("r1", SEE, VOICE);
        committed(room.conversation());
        permissions.deny(ID, "r1", List.of(SEE), false);
        assertThat(sees()).isFalse();
        assertThat(permissions.allowsCall(ID, "r1")).contains(Room.ADA.id());
        List<Change> overdue = permissions.overdue(ID, Reply.NOBODY);
        assertThat(overdue).hasSize(1);
        room.take(((Change.Assist) overdue.get(0)).step());
        assertThat(room.told()).contains("\"why\":\"visitor\"");
        committed(room.conversation());
        assertThat(permissions.overdue(ID, Reply.NOBODY)).isEmpty();
        assertThat(permissions.allowsCall(ID, "r1")).contains(Room.ADA.id());
    }

    @Test
    void anAnswerThatWasUnderWayDoesNotUndoAStop() {
        room.ask("r1", SEE);
        committed(room.conversation());
        permissions.deny(ID, null, null, false);
        room.answer("r1", SEE);
        committed(room.conversation());
        assertThat(sees()).isFalse();
    }

    @Test
    void timeIsUpWithoutAnyNews() {
        room.ask("r1", SEE).answer("r1", SEE);
        committed(room.conversation());
        clock.pass(Duration.ofMinutes(10));
        assertThat(sees()).isFalse();
        assertThat(permissions.now(ID)).isEmpty();
        assertThat(permissions.overdue(ID, Reply.NOBODY)).hasSize(1);
    }

    @Test
    void whatNobodyNeedsIsForgottenAfterAWhile() {
        room.ask("r1", SEE).answer("r1", SEE);
        committed(room.conversation());
        permissions.forgetUnless(conversation -> false);
        assertThat(permissions.all()).contains(ID);
        clock.pass(Duration.ofMinutes(2));
        permissions.forgetUnless(conversation -> true);
        assertThat(permissions.all()).contains(ID);
        permissions.forgetUnless(conversation -> false);
        assertThat(permissions.all()).isEmpty();
    }

    @Test
    void conversationsWithoutAssistanceTakeNoRoom() {
        committed(room.conversation());
        assertThat(permissions.all()).isEmpty();
    }

    private boolean sees() {
        return permissions.sees(ID, Room.ADA.id());
    }

    private void committed(Conversation now) {
        permissions.onCommitted(new Committed(List.of(new Happened(null, now))));
    }

    /** The table, in which something may happen right after it was read. */
    private final class Table extends Conversations {
        @Override
        public Optional<Conversation> byId(ConversationId id) {
            Conversation read = room.conversation();
            whileReading.run();
            return Optional.of(read);
        }
    }
}
