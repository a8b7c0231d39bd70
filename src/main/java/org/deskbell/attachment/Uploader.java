package org.deskbell.attachment;

import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Side;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.Visitor;

/**
 * Who uploads, and what for. {@code meant} is the only conversation where it may be said, null for a visitor; {@code counted} the one whose quota
 * it takes from, null where there is none yet.
 */
public record Uploader(SiteId site, Side side, long id, ConversationId meant, ConversationId counted) {
    /** @param current null where he has none */
    public static Uploader of(Visitor visitor, ConversationId current) {
        return new Uploader(visitor.site(), Side.VISITOR, visitor.id().value(), null, current);
    }

    public static Uploader of(AgentId agent, Conversation conversation) {
        return new Uploader(conversation.site(), Side.AGENT, agent.value(), conversation.id(), conversation.id());
    }
}
