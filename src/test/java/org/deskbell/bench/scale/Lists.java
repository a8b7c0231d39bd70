package org.deskbell.bench.scale;

import java.util.LinkedHashSet;
import java.util.Set;

/** The consoles' lists, as {@code InboxFeed} keeps them: what changed is told four times a second, seldomer where it is much. */
final class Lists {
    private static final long EVERY = 250 * Costs.MILLI;
    private static final int MOST_AT_ONCE = 100;
    private static final int LINES = 60;
    private static final int COUNTED = 5_000;

    private final World world;
    private final Node node;
    private final Set<Integer> changed = new LinkedHashSet<>();
    private final Set<Integer> moved = new LinkedHashSet<>();
    private int resting;

    Lists(World world, Node node) {
        this.world = world;
        this.node = node;
    }

    void begin() {
        world.clock.every(EVERY, world.dice.nextLong(EVERY), this::tick);
    }

    void changed(int conversation) {
        changed.add(conversation);
    }

    void visitorChanged(int conversation) {
        moved.add(conversation);
    }

    private void tick() {
        if (resting > 0) resting--;
        else if (!changed.isEmpty() || !moved.isEmpty()) tell();
    }

    private void tell() {
        Set<Integer> visitors = first(moved);
        if (!visitors.isEmpty() && node.hasConsole()) {
            node.count(Count.MOVED_READS, 1);
            changed.addAll(visitors);
        }
        Set<Integer> lines = first(changed);
        if (!node.hasConsole()) return;
        node.count(Count.LIST_TICKS, 1);
        node.count(Count.LINES, lines.size());
        node.count(Count.COUNTED_ROWS, world.scenario.size().conversations());
        resting = Math.max(lines.size() / LINES, world.scenario.size().conversations() / COUNTED);
    }

    private static Set<Integer> first(Set<Integer> of) {
        Set<Integer> some = new LinkedHashSet<>();
        for (var each = of.iterator(); each.hasNext() && some.size() < MOST_AT_ONCE; each.remove())
            some.add(each.next());
        return some;
    }
}
