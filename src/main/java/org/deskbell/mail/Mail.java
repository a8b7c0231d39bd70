package org.deskbell.mail;

import org.deskbell.conversation.ConversationId;

/** A mail that is to be sent now; {@code tries} with this one, by which a claim is told from a later one. */
public record Mail(String id, int tries, ConversationId conversation, String address, String language, String zone) {}
