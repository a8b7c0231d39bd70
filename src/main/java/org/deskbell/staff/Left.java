package org.deskbell.staff;

/** The agent logged out of this browser by his own hand; where a log-in expires he has not. {@code logIn} is its key, as {@link Staff#logIn} gives it. */
public record Left(AgentId agent, String logIn) {}
