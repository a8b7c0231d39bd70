package org.deskbell.bench.scale;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A screen that follows a conversation, as {@code Feed} does: news that fits is sent on, news that came before another node's waits for it,
 * anything else makes it read the log.
 */
final class Follower {
    private static final long PATIENCE = 1_000 * Costs.MILLI;
    private static final int AHEAD = 32;

    private final World world;
    private final Node node;
    private final int conversation;
    private final SortedSet<Integer> ahead = new TreeSet<>();
    private int sent;
    private int wanted;
    private boolean reading;

    Follower(World world, Node node, int conversation) {
        this.world = world;
        this.node = node;
        this.conversation = conversation;
    }

    void offer(int seq) {
        if (!reading && seq > sent + 1 && ahead.size() < AHEAD) keep(seq);
        else if (!reading && seq == sent + 1) send(seq);
        else behind(seq);
    }

    private void send(int seq) {
        sent = seq;
        while (!ahead.isEmpty() && ahead.first() <= sent + 1) {
            sent = Math.max(sent, ahead.first());
            ahead.remove(ahead.first());
        }
    }

    private void keep(int seq) {
        ahead.add(seq);
        world.clock.after(PATIENCE, () -> {
            if (ahead.contains(seq)) behind(seq);
        });
    }

    void behind(int last) {
        if (last <= sent) return;
        wanted = Math.max(wanted, ahead.isEmpty() ? last : Math.max(last, ahead.last()));
        ahead.clear();
        if (reading) return;
        reading = true;
        read();
    }

    private void read() {
        int found = world.lastSeq[conversation];
        node.count(Count.LOG_READS, 1);
        world.clock.after(Costs.statements(1, found - sent), () -> {
            boolean some = found > sent;
            sent = Math.max(sent, found);
            if (sent < wanted && some) read();
            else reading = false;
        });
    }
}
