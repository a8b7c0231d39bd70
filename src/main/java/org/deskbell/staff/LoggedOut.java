package org.deskbell.staff;

/** This agent's HTTP session is over: logged out or expired. */
public record LoggedOut(AgentId agent, String session) {}
