package org.deskbell.support;

import java.time.Instant;
import java.util.List;
import org.deskbell.conversation.Aside;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.conversation.ConversationId;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/** A conversation for tests of pure code: of site 1 and the visitor of its own number, with one entry, but for what the test is about. */
public final class AConversation {
    private final long id;
    private Long department;
    private boolean open = true;
    private AgentId owner;
    private Aside aside = Aside.NONE;
    private Instant at = Instant.EPOCH;

    private AConversation(long id) {
        this.id = id;
    }

    public static AConversation numbered(long id) {
        return new AConversation(id);
    }

    public AConversation in(Long of) {
        department = of;
        return this;
    }

    public AConversation open(boolean now) {
        open = now;
        return this;
    }

    public AConversation of(AgentId agent) {
        owner = agent;
        return this;
    }

    public AConversation with(Aside kept) {
        aside = kept;
        return this;
    }

    /** Begun, changed and queued at this moment. */
    public AConversation at(Instant moment) {
        at = moment;
        return this;
    }

    public Conversation conversation() {
        Marks none = new Marks(0, 0);
        return new Conversation(
                new ConversationId(id),
                "c-" + id,
                new SiteId(1),
                department,
                new VisitorId(id),
                "v-" + id,
                open,
                owner,
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
                aside,
                List.of());
    }
}
