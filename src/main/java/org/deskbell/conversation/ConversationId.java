package org.deskbell.conversation;

/** A conversation, inside the server; screens see its public id. */
public record ConversationId(long value) {}
