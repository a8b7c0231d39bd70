package org.deskbell.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Who says something when: the same for the simulation and for real clients. */
record Script(List<Line> lines) {

    /** @param at microseconds from the beginning */
    record Line(long at, int conversation, boolean byVisitor) {}

    /** At random times, in random conversations, visitor and agent in turn. */
    static Script random(Scenario scenario, int seconds) {
        SplittableRandom dice = new SplittableRandom(scenario.seed() + 1);
        boolean[] agentsTurn = new boolean[scenario.size().conversations()];
        List<Line> lines = new ArrayList<>();
        double at = 0;
        while (true) {
            at -= Math.log(1 - dice.nextDouble()) / scenario.traffic().messages() * 1e6;
            if (at > seconds * 1e6) return new Script(lines);
            int conversation = dice.nextInt(agentsTurn.length);
            lines.add(new Line((long) at, conversation, !agentsTurn[conversation]));
            agentsTurn[conversation] = !agentsTurn[conversation];
        }
    }

    /** One after the other, in all conversations in turn, as evenly as a clock ticks. */
    static Script even(int conversations, int perSecond, int seconds) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < perSecond * seconds; i++) {
            boolean byVisitor = i / conversations % 2 == 0;
            lines.add(new Line(i * 1_000_000L / perSecond, i % conversations, byVisitor));
        }
        return new Script(lines);
    }
}
