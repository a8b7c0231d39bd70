package org.deskbell.bench.scale;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The thread of the bus, as {@code Bus} and {@code NodeTables} do it: beats, writes what is told, reads the rows of the others. */
final class Post {
    private static final long BEAT = 1_000 * Costs.MILLI;
    private static final long POLL = 400 * Costs.MILLI;
    private static final long HURRY = 20 * Costs.MILLI;
    private static final int MOST_TOLD = 500;
    private static final int MOST_READ = 1_000;

    /** A row of {@code node_news}: conversations that changed, or visitors (by their conversation) who came or left. */
    record Row(List<Integer> conversations, boolean changed) {}

    private final World world;
    private final Node node;
    private final List<List<Row>> lanes = List.of(new ArrayList<>(), new ArrayList<>());
    private final int[][] marks;
    private final List<Integer> told = new ArrayList<>();
    private final Set<Integer> hurried = new LinkedHashSet<>();
    private long beatDue;
    private boolean waiting;
    private int waits;

    Post(World world, Node node) {
        this.world = world;
        this.node = node;
        marks = new int[world.scenario.size().nodes()][2];
    }

    void begin() {
        world.clock.after(world.dice.nextLong(BEAT), this::round);
    }

    /** The writer's lane. */
    void write(List<Integer> conversations) {
        node.count(Count.NEWS, 1);
        lanes.get(1).add(new Row(conversations, true));
    }

    void tell(int visitorsConversation) {
        if (world.alone()) return;
        told.add(visitorsConversation);
        if (waiting) wake();
    }

    /** Something here waits for what another node wrote to it. */
    void hurry(int conversation) {
        hurried.add(conversation);
        if (waiting) wakeAfter(HURRY);
    }

    private void round() {
        long micros = beat();
        if (!world.alone()) micros += exchange();
        world.clock.after(micros, this::rest);
    }

    private void rest() {
        waits++;
        waiting = true;
        if (!told.isEmpty()) wake();
        else wakeAfter(hurried.isEmpty() ? POLL : HURRY);
    }

    private void wakeAfter(long micros) {
        int mine = waits;
        world.clock.after(micros, () -> {
            if (waiting && waits == mine) wake();
        });
    }

    private void wake() {
        waiting = false;
        world.clock.after(0, this::round);
    }

    private long beat() {
        if (world.clock.now() < beatDue) return 0;
        beatDue = world.clock.now() + BEAT;
        node.count(Count.BEATS, 1);
        node.count(Count.NODE_LOOKUPS, 2);
        if (world.scenario.redis() && !world.alone()) node.echo();
        return Costs.statements(3, world.nodes.size());
    }

    private long exchange() {
        if (!told.isEmpty()) {
            node.count(Count.NEWS, 1);
            List<Integer> some = told.subList(0, Math.min(MOST_TOLD, told.size()));
            lanes.get(0).add(new Row(List.copyOf(some), false));
            some.clear();
        }
        node.count(Count.POLLS, 1);
        int read = 0;
        Set<Integer> named = new LinkedHashSet<>(hurried);
        hurried.clear();
        for (Node other : world.nodes) {
            if (other == node) continue;
            for (int lane = 0; lane < 2; lane++) {
                List<Row> rows = other.post().lanes.get(lane);
                int[] mark = marks[other.number()];
                for (; mark[lane] < rows.size() && read < MOST_READ; mark[lane]++, read++)
                    hear(rows.get(mark[lane]), named);
            }
        }
        node.count(Count.NEWS_READ, read);
        return node.tell(named) + Costs.statements(1, read);
    }

    private void hear(Row row, Set<Integer> named) {
        if (row.changed()) named.addAll(row.conversations());
        else row.conversations().forEach(node::visitorChanged);
    }
}
