package org.deskbell.conversation;

/** One committed entry, and the conversation as it stood right after the transaction. */
public record Happened(Entry entry, Conversation conversation) {}
