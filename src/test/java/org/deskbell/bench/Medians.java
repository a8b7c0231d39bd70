package org.deskbell.bench;

import java.util.List;

/** The middle of several rounds: one that something else disturbed does not count. */
final class Medians {
    private Medians() {}

    static double of(List<Double> rounds) {
        return rounds.stream().sorted().toList().get(rounds.size() / 2);
    }
}
