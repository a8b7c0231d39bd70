package org.deskbell.staff;

/** An agent who has yet to choose a password, and the secret for the link {@code invite?t=TOKEN}; shown once. */
public record Invitation(Agent agent, String token) {}
