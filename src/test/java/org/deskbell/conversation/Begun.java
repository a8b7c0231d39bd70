package org.deskbell.conversation;

import java.time.Instant;
import org.deskbell.conversation.Conversation.Last;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/** Lin's conversation as the store has it before a test does something with it. */
final class Begun {
    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final ConversationId ID = new ConversationId(1);

    private Begun() {}

    /** Nothing was said yet, and nobody has it. */
    static Conversation fresh() {
        return of(true, null, 0, new Marks(0, 0), 0, null);
    }

    static Conversation of(boolean open, AgentId owner, long lastSeq, Marks visitor, int unread, Last last) {
        return new Conversation(
                ID,
                "c-1",
                new SiteId(1),
                null,
                new VisitorId(7),
                "v-7",
                open,
                owner,
                lastSeq,
                visitor,
                new Marks(0, 0),
                unread,
                last,
                START,
                START,
                START,
                null,
                null,
                Aside.NONE);
    }
}
