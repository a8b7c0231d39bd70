package org.deskbell.presence;

import org.deskbell.visitor.VisitorId;

/** Told when a visitor's first connection opened or his last one closed. */
public record VisitorCameOrLeft(VisitorId visitor, boolean here) {}
