package org.deskbell.bench.scale;

import java.util.List;

/** What a node says by Redis, and who hears it, as {@code Changed.publish} and {@code TypingRelay} say it. */
final class Wire {
    /** {@code deskbell:EPOCH:} before each channel. */
    private static final int PREFIX = 42;

    /** The node's name before each word, its topic, and what Redis puts around a message. */
    private static final int FRAME = 16 + 1 + 8 + 40;

    /** An id, a seq and what is between them. */
    private static final int EACH = 9;

    private static final int TYPING = 160;

    private final World world;
    private final Node from;

    Wire(World world, Node from) {
        this.world = world;
        this.from = from;
    }

    /** A word for the visitor's screens for each, and one with all of them for the lists. */
    void changed(List<Writer.Entry> last) {
        for (Writer.Entry each : last) {
            say(List.of(world.nodes.get(world.cast.visitorAt()[each.conversation()])), List.of(each), 12 + EACH);
        }
        if (!world.scenario.bySite())
            lists(last, world.nodes.stream().filter(Node::hasConsole).toList());
        else {
            last.stream()
                    .collect(java.util.stream.Collectors.groupingBy(
                            each -> world.cast.siteOf()[each.conversation()]))
                    .forEach((site, some) -> lists(
                            some,
                            world.nodes.stream()
                                    .filter(node -> world.cast.consoles()[node.number()].get(site))
                                    .toList()));
        }
    }

    private void lists(List<Writer.Entry> last, List<Node> to) {
        say(to, last, 5 + EACH * last.size());
    }

    void typing(int conversation, boolean byVisitor) {
        Node agents = world.nodes.get(world.cast.agentAt()[conversation]);
        say(List.of(agents), List.of(), TYPING);
        if (!byVisitor) say(List.of(world.nodes.get(world.cast.visitorAt()[conversation])), List.of(), TYPING);
    }

    /** A node tells itself a word with each beat. */
    void echo() {
        say(List.of(from), List.of(), 16);
    }

    private void say(List<Node> to, List<Writer.Entry> last, int length) {
        Ear.Word word = new Ear.Word(from.number(), last);
        from.count(Count.WORDS, 1);
        for (Node node : to) {
            node.count(Count.DELIVERED, 1);
            node.count(Count.BYTES, PREFIX + FRAME + length);
            node.ear().arrive(word);
        }
    }
}
