package org.deskbell.bench.scale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Group commit, as {@code GroupCommit} does it: takes what waits, up to 128, and waits a moment where the last batch held several. */
final class Writer {
    private static final int MOST = 512;
    private static final int BUSY = 8;

    /** @param hasRef a message has one, a read mark has none */
    record Change(int conversation, boolean hasRef) {}

    /** A row of the log. */
    record Entry(int conversation, int seq) {}

    private final World world;
    private final Node node;
    private final Deque<Change> queue = new ArrayDeque<>();
    private boolean working;
    private boolean busy;

    Writer(World world, Node node) {
        this.world = world;
        this.node = node;
    }

    void submit(Change change) {
        queue.add(change);
        if (!working) begin();
    }

    private void begin() {
        working = true;
        world.clock.after(busy ? Costs.GATHER : 0, this::take);
    }

    private void take() {
        List<Change> batch = new ArrayList<>();
        while (!queue.isEmpty() && batch.size() < MOST) batch.add(queue.poll());
        busy = batch.size() >= BUSY;
        world.clock.after(Costs.TRANSACTION + Costs.CHANGE * batch.size(), () -> commit(batch));
    }

    private void commit(List<Change> batch) {
        List<Entry> entries = new ArrayList<>();
        for (Change change : batch) {
            int conversation = change.conversation();
            world.changedAt[conversation] = world.clock.now();
            entries.add(new Entry(conversation, ++world.lastSeq[conversation]));
        }
        node.count(Count.TRANSACTIONS, 1);
        node.count(Count.ENTRIES, batch.size());
        node.count(
                Count.UPDATES,
                batch.stream().map(Change::conversation).distinct().count());
        node.count(Count.REF_LOOKUPS, batch.stream().anyMatch(Change::hasRef) ? 1 : 0);
        node.committed(entries);
        if (queue.isEmpty()) working = false;
        else begin();
    }
}
