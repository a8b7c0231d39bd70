package org.deskbell.bench.scale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The thread that hears by Redis, as {@code Channels} and {@code Changed.onHeard} do it. */
final class Ear {
    private static final int WAITING = 10_000;
    private static final int AT_ONCE = 501;

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
        List<Set<Integer>> groups = new ArrayList<>();
        Word before = null;
        for (int i = 0; i < AT_ONCE && !arrived.isEmpty(); i++) {
            Word word = arrived.poll();
            if (before == null || !node.together(before.from(), word.from())) groups.add(new LinkedHashSet<>());
            before = word;
            for (Writer.Entry each : word.last()) {
                if (!node.knows(each)) groups.get(groups.size() - 1).add(each.conversation());
            }
        }
        long micros = 20;
        for (Set<Integer> group : groups) micros += node.tell(group);
        world.clock.after(micros, () -> {
            if (arrived.isEmpty()) working = false;
            else take();
        });
    }
}
