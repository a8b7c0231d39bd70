package org.deskbell.bench.scale;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The thread that hears by Redis, as {@code Channels}, {@code Hearing} and {@code Changed} do it. */
final class Ear {
    private static final int WAITING = 10_000;
    private static final int AT_ONCE = 501;

    /** {@code Channels.GATHER_MILLIS}. */
    private static final long GATHER = 20 * Costs.MILLI;

    /** What one word names; nothing where it says who types. */
    record Word(int from, List<Writer.Entry> last) {}

    private final World world;
    private final Node node;
    private final Deque<Word> arrived = new ArrayDeque<>();
    private boolean working;

    Ear(World world, Node node) {
        this.world = world;
        this.node = node;
    }

    void arrive(Word word) {
        if (word.from() == node.number()) return;
        if (arrived.size() >= WAITING) {
            node.count(Count.LOST, 1);
            return;
        }
        arrived.add(word);
        if (working) return;
        working = true;
        world.clock.after(0, this::take);
    }

    private void take() {
        Set<Integer> named = new LinkedHashSet<>();
        for (int i = 0; i < AT_ONCE && !arrived.isEmpty(); i++) {
            for (Writer.Entry each : arrived.poll().last()) {
                if (!node.knows(each)) named.add(each.conversation());
            }
        }
        long pause = arrived.size() < AT_ONCE - 1 ? GATHER : 0;
        world.clock.after(node.tell(named) + pause, () -> {
            if (arrived.isEmpty()) working = false;
            else take();
        });
    }
}
