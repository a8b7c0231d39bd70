package org.deskbell.bench.scale;

import java.util.SplittableRandom;

/** Lets the nodes of a scenario run for a while and counts what they ask of the database and of Redis. */
final class Simulation {
    /** Until all threads are in step: longer than what a node looks back. */
    private static final int WARM_UP = 13;

    private static final long SECOND = 1_000 * Costs.MILLI;
    private static final long SEEN_AFTER = 300 * Costs.MILLI;

    private final World world;
    private final SplittableRandom dice;

    private Simulation(Scenario scenario, Cast cast) {
        world = new World(scenario, cast);
        dice = new SplittableRandom(scenario.seed() + 3);
    }

    /** A scenario with everything drawn from its seed. */
    static Tally run(Scenario scenario) {
        Script script = Script.random(scenario, WARM_UP + scenario.seconds());
        return new Simulation(scenario, Cast.spread(scenario)).play(script, WARM_UP * SECOND);
    }

    /** These lines, said by these people, all of them counted, and nothing before. */
    static Tally run(Scenario scenario, Cast cast, Script script) {
        return new Simulation(scenario, cast).play(script, 0);
    }

    private Tally play(Script script, long from) {
        world.begin();
        for (Script.Line line : script.lines()) world.clock.after(line.at(), () -> say(line));
        if (world.scenario.traffic().visits() > 0) world.clock.after(nextVisit(), this::visit);
        world.clock.after(from, world.tally::begin);
        world.clock.runUntil(from + world.scenario.seconds() * SECOND);
        return world.tally;
    }

    private void say(Script.Line line) {
        int conversation = line.conversation();
        Node speaker = at(conversation, line.byVisitor());
        if (world.scenario.redis() && !world.alone()) {
            for (int i = drawn(world.scenario.traffic().typing()); i > 0; i--)
                new Wire(world, speaker).typing(conversation, line.byVisitor());
        }
        speaker.writer().submit(new Writer.Change(conversation, true));
        for (int i = drawn(world.scenario.traffic().marks()); i > 0; i--) {
            world.clock.after(
                    SEEN_AFTER,
                    () -> at(conversation, !line.byVisitor()).writer().submit(new Writer.Change(conversation, false)));
        }
    }

    private Node at(int conversation, boolean visitor) {
        return world.nodes.get((visitor ? world.cast.visitorAt() : world.cast.agentAt())[conversation]);
    }

    private int drawn(double mean) {
        int whole = (int) mean;
        return whole + (dice.nextDouble() < mean - whole ? 1 : 0);
    }

    /** A visitor goes to another page: his socket closes, and another one opens a moment later. */
    private void visit() {
        int conversation = dice.nextInt(world.scenario.size().conversations());
        Node node = at(conversation, true);
        node.visitorMoved(conversation);
        world.clock.after(SEEN_AFTER, () -> node.visitorMoved(conversation));
        world.clock.after(nextVisit(), this::visit);
    }

    private long nextVisit() {
        return (long)
                (-Math.log(1 - dice.nextDouble()) / world.scenario.traffic().visits() * 1e6);
    }
}
