package org.deskbell.conversation;

import org.deskbell.visitor.VisitorId;

/** A conversation that changed lately, and how far its log goes. */
record Lately(long id, long lastSeq, VisitorId visitor) {}
