package org.deskbell.bench.scale;

/**
 * A service to be simulated.
 *
 * @param redis whether the nodes have one
 * @param bySite whether each agent sees one site only, and lists are told by site: not as Deskbell is
 * @param seconds how long is counted
 * @param seed of everything that is drawn
 */
record Scenario(Size size, Traffic traffic, boolean redis, boolean bySite, int seconds, long seed) {

    /**
     * @param nodes how many nodes
     * @param consoleNodes on how many of them agents may be; the balancer spreads them over these
     * @param agents consoles, one for each agent
     * @param conversations open conversations, each with one screen of a visitor and one console that follows it
     * @param sites how many sites; the k-th has a share of the traffic in proportion to 1/k
     */
    record Size(int nodes, int consoleNodes, int agents, int conversations, int sites) {}

    /**
     * @param messages messages a second, of visitors and agents in turn
     * @param marks read marks for each message
     * @param typing changes of "is typing" for each message
     * @param visits visitors who leave and come a second: the change of a page
     */
    record Traffic(double messages, double marks, double typing, double visits) {}

    /** A service of this size: 50 messages a second, 40 agents and 400 conversations for each node. */
    static Scenario of(int nodes) {
        Size size = new Size(nodes, nodes, 40 * nodes, 400 * nodes, 50);
        return new Scenario(size, new Traffic(50.0 * nodes, 1, 1, 400.0 * nodes / 60), true, false, 10, 7);
    }

    private Scenario with(Size another) {
        return new Scenario(another, traffic, redis, bySite, seconds, seed);
    }

    private Scenario with(Traffic another) {
        return new Scenario(size, another, redis, bySite, seconds, seed);
    }

    Scenario withRedis(boolean has) {
        return new Scenario(size, traffic, has, bySite, seconds, seed);
    }

    Scenario withListsBySite() {
        return new Scenario(size, traffic, redis, true, seconds, seed);
    }

    Scenario lasting(int someSeconds) {
        return new Scenario(size, traffic, redis, bySite, someSeconds, seed);
    }

    Scenario withMessages(double perSecond) {
        return with(new Traffic(perSecond, traffic.marks, traffic.typing, traffic.visits));
    }

    /** Nobody marks, types, comes or goes: what the clients of the tests do. */
    Scenario quiet() {
        return with(new Traffic(traffic.messages, 0, 0, 0));
    }

    Scenario withConsolesOn(int some) {
        return with(new Size(size.nodes, some, size.agents, size.conversations, size.sites));
    }

    Scenario ofSize(int agents, int conversations) {
        return with(new Size(size.nodes, size.consoleNodes, agents, conversations, size.sites));
    }
}
