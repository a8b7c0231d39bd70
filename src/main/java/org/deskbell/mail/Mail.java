package org.deskbell.mail;

import org.deskbell.conversation.ConversationId;

/**
 * A mail that is to be sent now.
 *
 * @param tries with this one, by which a claim is told from a later one
 * @param conversation null where it is about none
 * @param zone of a visitor's; null where it goes to an agent
 * @param unread what an agent is told of; null where it goes to a visitor
 */
public record Mail(
        String id,
        int tries,
        ConversationId conversation,
        String address,
        String language,
        String zone,
        Notice.Unread unread) {}
