package org.deskbell.mail;

import org.deskbell.conversation.ConversationId;
import org.deskbell.staff.AgentId;

/**
 * An agent is to be told that something is unread.
 *
 * @param language one in which our words are there
 */
public record Notice(Unread unread, MailAddress address, String language) {
    /** What, to whom, and up to where agents had read then: as long as they have read no further, it is the same. */
    public record Unread(ConversationId conversation, AgentId agent, long seen) {}
}
