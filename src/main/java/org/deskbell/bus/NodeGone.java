package org.deskbell.bus;

/** A node is not heard of any more. {@code ours}: of all the others it is this one that clears up after it. */
public record NodeGone(String node, boolean ours) {}
