package org.deskbell.bus;

/** Another node said {@code text} about {@code topic}. Told on the bus's own thread; a word may come twice, late, or not at all. */
public record Heard(String node, String topic, String text) {}
