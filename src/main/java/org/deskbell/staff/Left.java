package org.deskbell.staff;

/**
 * An agent logged out of this browser by his own hand, though his log-in may have expired before; where one only expires, nobody has left. {@code logIn}
 * is its key, as {@link Staff#logIn} gives it.
 */
public record Left(String logIn) {}
