package org.deskbell.conversation;

import java.time.Instant;
import java.util.List;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/**
 * A conversation as it stands after an entry. {@code department}, {@code owner}, {@code last}, {@code waitingSince} may be null; {@code unread}
 * counts messages of the visitor that no agent has seen; {@code assistance} is what the assist room keeps here, or null; {@code aside} is
 * what agents keep to themselves; {@code joined} are the agents in it beside its owner, in the order in which they came.
 */
public record Conversation(
        ConversationId id,
        String publicId,
        SiteId site,
        Long department,
        VisitorId visitor,
        String visitorPublicId,
        boolean open,
        AgentId owner,
        long lastSeq,
        Marks visitorMarks,
        Marks agentMarks,
        int unread,
        Last last,
        Instant startedAt,
        Instant changedAt,
        Instant queuedAt,
        Instant waitingSince,
        String assistance,
        Aside aside,
        List<AgentId> joined) {

    /** Agents in one conversation beside its owner. */
    public static final int BESIDE = 4;

    /** Put before {@code assistance} as soon as another owner, none, or the end came over it: it never holds again, whoever owns it next. */
    public static final String BROKEN = "!";

    /** Who has it is not beside its owner, and where it is closed nobody is: a node of the version before changes either, and not {@code joined}. */
    public Conversation {
        joined = !open || joined.isEmpty()
                ? List.of()
                : joined.stream().filter(each -> !each.equals(owner)).toList();
    }

    /** Whether a visitor waits for somebody to look at what he wrote. */
    public boolean isUnread() {
        return open && unread > 0 && waitingSince != null && aside.snooze() == null;
    }

    /** Up to where one side has got and has looked at the log. */
    public record Marks(long delivered, long seen) {}

    /** The last message, cut short. */
    public record Last(long seq, Side by, String text, Instant at) {}
}
