package org.deskbell.bus;

/** This node is in the table, at its start or again after it was given up for dead: what it holds has to be written there. */
public record Registered(String node) {}
