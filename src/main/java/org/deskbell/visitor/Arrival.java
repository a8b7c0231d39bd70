package org.deskbell.visitor;

/** Who came; {@code token} is his new secret, or null where he keeps the one he showed. */
public record Arrival(Visitor visitor, String token) {}
