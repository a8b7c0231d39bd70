package org.deskbell.staff;

/** This log-in of the agent is over: logged out or expired. {@code logIn} is its key, as {@link Staff#logIn} gave it. */
public record LoggedOut(AgentId agent, String logIn) {}
