package org.deskbell.bench.scale;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Who is where. The balancer knows no stickiness: a visitor and his agent are on nodes that have nothing to do with each other.
 *
 * @param visitorAt the node of each conversation's visitor
 * @param agentAt the node of the console that follows each conversation
 * @param siteOf the site of each conversation
 * @param consoles by node: the sites whose lists are shown there
 */
record Cast(int[] visitorAt, int[] agentAt, int[] siteOf, BitSet[] consoles) {

    static Cast spread(Scenario scenario) {
        SplittableRandom dice = new SplittableRandom(scenario.seed());
        double[] shares = zipf(scenario.size().sites());
        int[] consoleAt = dice.ints(scenario.size().agents(), 0, scenario.size().consoleNodes())
                .toArray();
        int[] agentsSite = IntStream.range(0, scenario.size().agents())
                .map(i -> drawn(shares, dice))
                .toArray();
        BitSet[] consoles = new BitSet[scenario.size().nodes()];
        for (int node = 0; node < consoles.length; node++) consoles[node] = new BitSet();
        for (int agent = 0; agent < consoleAt.length; agent++) {
            if (scenario.bySite()) consoles[consoleAt[agent]].set(agentsSite[agent]);
            else consoles[consoleAt[agent]].set(0, scenario.size().sites());
        }
        int number = scenario.size().conversations();
        int[] siteOf = IntStream.range(0, number).map(i -> drawn(shares, dice)).toArray();
        int[] visitorAt = dice.ints(number, 0, scenario.size().nodes()).toArray();
        int[] agentAt = new int[number];
        for (int i = 0; i < number; i++) agentAt[i] = consoleAt[agentFor(scenario, siteOf[i], agentsSite, dice)];
        return new Cast(visitorAt, agentAt, siteOf, consoles);
    }

    /** Anybody, or one who sees this site; a site too small for an agent of its own is anybody's. */
    private static int agentFor(Scenario scenario, int site, int[] agentsSite, SplittableRandom dice) {
        int anybody = dice.nextInt(scenario.size().agents());
        if (!scenario.bySite()) return anybody;
        for (int i = 0; i < agentsSite.length; i++) {
            int agent = (anybody + i) % agentsSite.length;
            if (agentsSite[agent] == site) return agent;
        }
        return anybody;
    }

    boolean hasConsole(int node) {
        return !consoles[node].isEmpty();
    }

    private static double[] zipf(int sites) {
        double[] upTo = new double[sites];
        double sum = 0;
        for (int i = 0; i < sites; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
        for (int i = 0; i < sites; i++) upTo[i] /= sum;
        return upTo;
    }

    private static int drawn(double[] upTo, SplittableRandom dice) {
        double at = dice.nextDouble();
        int site = 0;
        while (site < upTo.length - 1 && upTo[site] < at) site++;
        return site;
    }
}
