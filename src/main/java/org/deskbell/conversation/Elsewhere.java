package org.deskbell.conversation;

import java.util.List;

/**
 * Other nodes have written to these conversations; this is how they stand now. What happened is in the log.
 *
 * @param news what happened, of those that somebody here follows and is not far behind: in {@code seq} order for each conversation
 */
public record Elsewhere(List<Conversation> conversations, List<Happened> news) {}
