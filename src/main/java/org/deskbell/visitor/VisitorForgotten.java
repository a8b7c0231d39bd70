package org.deskbell.visitor;

/** Told after a visitor's identity was deleted: whoever still holds a connection of his ends it. */
public record VisitorForgotten(VisitorId visitor) {}
