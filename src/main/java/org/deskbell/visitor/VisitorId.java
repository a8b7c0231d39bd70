package org.deskbell.visitor;

/** A visitor, inside the server; screens see his public id. */
public record VisitorId(long value) {}
