package org.deskbell.protocol;

/** Who did it: {@code kind} is visitor, agent or site; {@code name} may be null. */
public record By(String kind, String id, String name) {}
