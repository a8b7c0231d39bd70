package org.deskbell.push;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Happened;
import org.deskbell.conversation.Kind;
import org.deskbell.conversation.Remark;
import org.deskbell.conversation.Side;
import org.deskbell.staff.AgentId;

/** Something for which an agent is called to his console, and whom: {@code to}, or where that is empty everybody who may take it. Pure. */
record Occasion(What what, Conversation conversation, List<AgentId> to) {
    enum What {
        /** Nobody has it. */
        WAITS,
        /** He was given it. */
        GIVEN,
        /** The visitor wrote in what is his, or what he joined. */
        MESSAGE,
        /** It is out of its snooze. */
        WOKEN,
        MENTION
    }

    static Optional<Occasion> of(Happened happened) {
        Entry entry = happened.entry();
        Conversation now = happened.conversation();
        if (entry.kind() == Kind.NOTED) return mention(entry, now);
        if (!now.open()) return Optional.empty();
        return switch (entry.kind()) {
            case POSTED -> entry.by().side() == Side.VISITOR ? message(now) : Optional.empty();
            case CLAIMED -> entry.isAssigned() ? some(What.GIVEN, now) : Optional.empty();
            case TRANSFERRED -> some(What.GIVEN, now);
            case RELEASED -> now.owner() == null ? some(What.WAITS, now) : Optional.empty();
            case WOKEN -> some(What.WOKEN, now);
            default -> Optional.empty();
        };
    }

    /** What nobody has calls everybody, as long as its visitor waits for an answer. */
    private static Optional<Occasion> some(What what, Conversation now) {
        if (now.owner() != null) return Optional.of(new Occasion(what, now, List.of(now.owner())));
        return now.waitingSince() == null ? Optional.empty() : Optional.of(new Occasion(What.WAITS, now, List.of()));
    }

    private static Optional<Occasion> message(Conversation now) {
        if (now.owner() == null) return some(What.MESSAGE, now);
        List<AgentId> all =
                Stream.concat(Stream.of(now.owner()), now.joined().stream()).toList();
        return Optional.of(new Occasion(What.MESSAGE, now, all));
    }

    private static Optional<Occasion> mention(Entry entry, Conversation now) {
        List<AgentId> mentioned = Remark.of(entry.text()).mentioned().stream()
                .filter(agent -> agent.value() != entry.by().id())
                .toList();
        return mentioned.isEmpty() ? Optional.empty() : Optional.of(new Occasion(What.MENTION, now, mentioned));
    }
}
