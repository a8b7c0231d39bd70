package org.deskbell.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What all nodes share: the clock, the conversations' rows, and the ways from node to node. */
final class World {
    final Scenario scenario;
    final Cast cast;
    final Clockwork clock = new Clockwork();
    final Tally tally;
    final SplittableRandom dice;

    /** The last seq of each conversation, and when it changed. */
    final int[] lastSeq;

    final long[] changedAt;
    final List<Node> nodes = new ArrayList<>();

    World(Scenario scenario, Cast cast) {
        this.scenario = scenario;
        this.cast = cast;
        tally = new Tally(scenario.size().nodes());
        dice = new SplittableRandom(scenario.seed() + 2);
        lastSeq = new int[scenario.size().conversations()];
        changedAt = new long[scenario.size().conversations()];
        java.util.Arrays.fill(changedAt, Long.MIN_VALUE / 2);
        for (int i = 0; i < scenario.size().nodes(); i++) nodes.add(new Node(this, i));
        for (int i = 0; i < scenario.size().conversations(); i++) {
            nodes.get(cast.visitorAt()[i]).follow(i);
            nodes.get(cast.agentAt()[i]).follow(i);
        }
    }

    boolean alone() {
        return nodes.size() == 1;
    }

    void begin() {
        for (Node node : nodes) node.begin();
    }
}
