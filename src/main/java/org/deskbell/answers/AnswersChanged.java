package org.deskbell.answers;

import org.deskbell.staff.AgentId;

/**
 * What this agent has of his own, or how he looks for it, has changed; null: what all share. Observe it {@code AFTER_SUCCESS}; it is told
 * inside the transaction.
 */
public record AnswersChanged(AgentId owner) {}
