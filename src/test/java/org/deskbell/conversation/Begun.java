package org.deskbell.conversation;

import java.time.Instant;
import java.util.List;
import org.deskbell.conversation.Conversation.Last;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/** Lin's conversation as the store has it before a test does something with it. */
final class Begun {
    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final ConversationId ID = new ConversationId(1);

    static final Author LIN = Author.visitor(new VisitorId(7), "Lin");
    static final Author ADA = Author.agent(new AgentId(1), "Ada");
    static final Author BEN = Author.agent(new AgentId(2), "Ben");

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
                Aside.NONE,
                List.of());
    }

    /** Ben has it; 2 and 4 are Ada's messages, 1 is the visitor's, 3 says who has it, 5 is a note of hers. */
    static Folio folio(boolean open, String words) {
        Last last = new Last(4, Side.AGENT, words, START);
        Folio folio = new Folio(of(open, new AgentId(2), 5, new Marks(3, 3), 1, last));
        folio.hold(entry(1, Kind.POSTED, LIN, words));
        folio.hold(entry(2, Kind.POSTED, ADA, words));
        folio.hold(entry(3, Kind.CLAIMED, ADA, words));
        folio.hold(entry(4, Kind.POSTED, ADA, words));
        folio.hold(entry(5, Kind.NOTED, ADA, words));
        return folio;
    }

    static Entry entry(long seq, Kind kind, Author by, String words) {
        return new Entry(ID, seq, kind, START, by, "ref-" + seq, words, 0, 0);
    }
}
