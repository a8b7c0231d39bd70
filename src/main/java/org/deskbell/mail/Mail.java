package org.deskbell.mail;

import org.deskbell.conversation.ConversationId;

/** A mail that is to be sent now. */
public record Mail(String id, ConversationId conversation, String address, String language, String zone) {}
