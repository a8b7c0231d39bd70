package org.deskbell.conversation;

import java.util.List;

/** Other nodes have written to these conversations; this is how they stand now. What happened is in the log. */
public record Elsewhere(List<Conversation> conversations) {}
