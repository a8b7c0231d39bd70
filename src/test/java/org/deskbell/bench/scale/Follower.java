package org.deskbell.bench.scale;

/** A screen that follows a conversation, as {@code Feed} does: news that fits is sent on, anything else makes it read the log. */
final class Follower {
    private final World world;
    private final Node node;
    private final int conversation;
    private int sent;
    private int wanted;
    private boolean reading;

    Follower(World world, Node node, int conversation) {
        this.world = world;
        this.node = node;
        this.conversation = conversation;
    }

    void offer(int seq) {
        if (!reading && seq == sent + 1) sent = seq;
        else behind(seq);
    }

    void behind(int last) {
        if (last <= sent) return;
        wanted = Math.max(wanted, last);
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
