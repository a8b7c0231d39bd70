package org.deskbell.bench.scale;

/**
 * A service to be simulated.
 *
 * @param nodes how many nodes
 * @param consoleNodes on how many of them agents may be; the balancer spreads them over these
 * @param agents consoles, one for each agent
 * @param conversations open conversations, each with one screen of a visitor and one console that follows it
 * @param sites how many sites; the k-th has a share of the traffic in proportion to 1/k
 * @param messages messages a second, of visitors and agents in turn
 * @param marks read marks for each message
 * @param typing changes of "is typing" for each message
 * @param visits visitors who leave and come a second: the change of a page
 * @param redis whether the nodes have one
 * @param bySite whether each agent sees one site only, and lists are told by site: not as Deskbell is
 * @param seconds how long is counted
 * @param seed of everything that is drawn
 */
record Scenario(
        int nodes,
        int consoleNodes,
        int agents,
        int conversations,
        int sites,
        double messages,
        double marks,
        double typing,
        double visits,
        boolean redis,
        boolean bySite,
        int seconds,
        long seed) {

    /** A service of this size: 50 messages a second, 40 agents and 400 conversations for each node. */
    static Scenario of(int nodes) {
        return new Scenario(
                nodes, nodes, 40 * nodes, 400 * nodes, 50, 50.0 * nodes, 1, 1, 400.0 * nodes / 60, true, false, 10, 7);
    }

    Scenario withRedis(boolean has) {
        return new Scenario(
                nodes,
                consoleNodes,
                agents,
                conversations,
                sites,
                messages,
                marks,
                typing,
                visits,
                has,
                bySite,
                seconds,
                seed);
    }

    Scenario withMessages(double perSecond) {
        return new Scenario(
                nodes,
                consoleNodes,
                agents,
                conversations,
                sites,
                perSecond,
                marks,
                typing,
                visits,
                redis,
                bySite,
                seconds,
                seed);
    }

    Scenario withConsolesOn(int some) {
        return new Scenario(
                nodes,
                some,
                agents,
                conversations,
                sites,
                messages,
                marks,
                typing,
                visits,
                redis,
                bySite,
                seconds,
                seed);
    }

    /** Nobody marks, types, comes or goes: what the clients of the tests do. */
    Scenario quiet() {
        return new Scenario(
                nodes, consoleNodes, agents, conversations, sites, messages, 0, 0, 0, redis, bySite, seconds, seed);
    }

    Scenario withListsBySite() {
        return new Scenario(
                nodes,
                consoleNodes,
                agents,
                conversations,
                sites,
                messages,
                marks,
                typing,
                visits,
                redis,
                true,
                seconds,
                seed);
    }

    Scenario ofSize(int someAgents, int someConversations, int someSeconds) {
        return new Scenario(
                nodes,
                consoleNodes,
                someAgents,
                someConversations,
                sites,
                messages,
                marks,
                typing,
                visits,
                redis,
                bySite,
                someSeconds,
                seed);
    }
}
