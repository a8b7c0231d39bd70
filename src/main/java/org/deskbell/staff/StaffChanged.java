package org.deskbell.staff;

/**
 * What this agent may do has changed: sessions and sockets opened before are over. Observe it
 * {@code AFTER_SUCCESS}; it is told inside the transaction.
 */
public record StaffChanged(AgentId agent) {}
