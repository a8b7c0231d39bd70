package org.deskbell.bench.scale;

import java.util.Arrays;

/** How often each thing happened on each node. Counts nothing before it is told to begin. */
final class Tally {
    private final long[][] counts;
    private boolean counting;

    Tally(int nodes) {
        counts = new long[nodes][Count.values().length];
    }

    void begin() {
        counting = true;
    }

    void add(int node, Count what, long number) {
        if (counting) counts[node][what.ordinal()] += number;
    }

    long of(int node, Count what) {
        return counts[node][what.ordinal()];
    }

    long total(Count what) {
        return Arrays.stream(counts).mapToLong(node -> node[what.ordinal()]).sum();
    }

    long most(Count what) {
        return Arrays.stream(counts)
                .mapToLong(node -> node[what.ordinal()])
                .max()
                .orElse(0);
    }

    long statements() {
        return Count.statements(this::total);
    }
}
