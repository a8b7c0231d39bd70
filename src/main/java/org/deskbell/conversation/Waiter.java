package org.deskbell.conversation;

import java.time.Instant;
import org.deskbell.site.SiteId;
import org.deskbell.visitor.VisitorId;

/**
 * Somebody whose conversation has no agent. {@code department} may be null; {@code queued} is his place; {@code asleep}: agents have put it aside,
 * so that others do not wait behind it.
 */
public record Waiter(
        ConversationId conversation, VisitorId visitor, SiteId site, Long department, Instant queued, boolean asleep) {}
