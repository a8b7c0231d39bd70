package org.deskbell.presence;

/** Told when an agent came, went or chose another status. */
public record AgentsChanged() {}
