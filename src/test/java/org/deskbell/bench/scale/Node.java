package org.deskbell.bench.scale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One node: its threads, and what it knows of conversations ({@code Changed}, {@code Delivery}, {@code AgentPresence}). */
final class Node {
    private static final long SECOND = 1_000 * Costs.MILLI;
    private static final long OVERLAP = 10 * SECOND;
    private static final int AT_ONCE = 500;
    private static final int NEAR = 64;

    private final World world;
    private final int number;
    private final Map<Integer, List<Follower>> followers = new HashMap<>();
    private final int[] known;
    private final Writer writer;
    private final Ear ear;
    private final Post post;
    private final Lists lists;
    private long looked;

    Node(World world, int number) {
        this.world = world;
        this.number = number;
        known = new int[world.scenario.size().conversations()];
        writer = new Writer(world, this);
        ear = new Ear(world, this);
        post = new Post(world, this);
        lists = new Lists(world, this);
    }

    void begin() {
        post.begin();
        lists.begin();
        world.clock.every(2 * SECOND, world.dice.nextLong(2 * SECOND), this::look);
        world.clock.every(SECOND, world.dice.nextLong(SECOND), this::sweep);
    }

    int number() {
        return number;
    }

    Writer writer() {
        return writer;
    }

    Ear ear() {
        return ear;
    }

    Post post() {
        return post;
    }

    boolean hasConsole() {
        return world.cast.hasConsole(number);
    }

    void count(Count what, long how) {
        world.tally.add(number, what, how);
    }

    void follow(int conversation) {
        followers.computeIfAbsent(conversation, id -> new ArrayList<>()).add(new Follower(world, this, conversation));
    }

    boolean knows(Writer.Entry entry) {
        return known[entry.conversation()] >= entry.seq();
    }

    void committed(List<Writer.Entry> entries) {
        if (!world.alone()) spread(entries);
        for (Writer.Entry entry : entries) {
            for (Follower each : followers.getOrDefault(entry.conversation(), List.of())) each.offer(entry.seq());
            lists.changed(entry.conversation());
        }
    }

    private void spread(List<Writer.Entry> entries) {
        Map<Integer, Writer.Entry> last = new LinkedHashMap<>();
        for (Writer.Entry entry : entries) {
            last.put(entry.conversation(), entry);
            learn(entry);
        }
        if (world.scenario.redis()) new Wire(world, this).changed(List.copyOf(last.values()));
        else post.write(List.copyOf(last.keySet()));
    }

    private void learn(Writer.Entry written) {
        int conversation = written.conversation();
        if (known[conversation] == written.seq() - 1) known[conversation] = written.seq();
        else if (known[conversation] < written.seq() && !world.scenario.redis()) post.hurry(conversation);
    }

    void echo() {
        new Wire(world, this).echo();
    }

    void visitorMoved(int conversation) {
        lists.visitorChanged(conversation);
        post.tell(conversation);
    }

    void visitorChanged(int conversation) {
        lists.visitorChanged(conversation);
    }

    /** Reads these conversations and lets the screens read on; how long that takes. */
    long tell(Set<Integer> conversations) {
        if (conversations.isEmpty()) return 0;
        long statements = (conversations.size() + AT_ONCE - 1) / AT_ONCE;
        count(Count.HEARD_READS, statements);
        count(Count.HEARD_ROWS, conversations.size());
        int near = 0;
        for (int conversation : conversations) near += told(conversation);
        if (near > 0) {
            count(Count.NEAR_READS, statements);
            statements *= 2;
        }
        return Costs.statements(statements, conversations.size() + near);
    }

    /** How many entries were read for those who follow it, beside those of other conversations. */
    private int told(int conversation) {
        int last = world.lastSeq[conversation];
        int before = known[conversation];
        known[conversation] = Math.max(before, last);
        List<Follower> here = followers.getOrDefault(conversation, List.of());
        boolean near = last > before && last - before <= NEAR && !here.isEmpty();
        for (Follower each : here) {
            for (int seq = before + 1; near && seq <= last; seq++) each.offer(seq);
            each.behind(last);
        }
        lists.changed(conversation);
        return near ? last - before : 0;
    }

    private void look() {
        if (world.alone()) return;
        long since = looked - OVERLAP;
        Set<Integer> missed = new java.util.LinkedHashSet<>();
        int rows = 0;
        for (int i = 0; i < known.length; i++) {
            if (world.changedAt[i] <= since) continue;
            rows++;
            if (known[i] < world.lastSeq[i] && hears(i)) missed.add(i);
        }
        count(Count.LOOKS, 2);
        count(Count.LOOK_ROWS, rows);
        tell(missed);
        looked = world.clock.now();
    }

    /** {@code Channels.hears}. */
    private boolean hears(int conversation) {
        return hasConsole() || world.cast.visitorAt()[conversation] == number;
    }

    private void sweep() {
        if (world.alone()) return;
        count(Count.ROLL_READS, 1);
        count(Count.ROLL_ROWS, world.scenario.size().agents());
    }
}
