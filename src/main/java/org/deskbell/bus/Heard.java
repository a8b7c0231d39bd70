package org.deskbell.bus;

import java.util.List;

/**
 * Another node said these words about {@code topic}, in this order. Told on a thread of the bus; a word may come twice, late, or not at
 * all.
 */
public record Heard(String node, String topic, List<String> words) {}
