package org.deskbell.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What must hold of any simulated service. */
class SimulationTest {
    private static final Percentage NEARLY = Percentage.withPercentage(15);

    private static Scenario of(int nodes) {
        return Scenario.of(nodes).ofSize(10 * nodes, 100 * nodes).lasting(5);
    }

    @Test
    void aNodeAloneTellsNobodyAnything() {
        for (boolean redis : new boolean[] {true, false}) {
            Tally alone = Simulation.run(of(1).withRedis(redis));
            assertThat(alone.total(Count.ENTRIES)).isPositive();
            for (Count none : new Count[] {
                Count.WORDS, Count.NEWS, Count.POLLS, Count.LOOKS, Count.HEARD_READS, Count.LOG_READS, Count.ROLL_READS
            }) assertThat(alone.total(none)).as(none.name()).isZero();
        }
    }

    @Test
    void theSameSeedGivesTheSameCounts() {
        Tally one = Simulation.run(of(3));
        Tally other = Simulation.run(of(3));
        for (Count each : Count.values())
            assertThat(one.total(each)).as(each.name()).isEqualTo(other.total(each));
    }

    @Test
    void twiceTheMessagesAreTwiceTheWords() {
        Scenario scenario = of(4).quiet();
        Tally once = Simulation.run(scenario.withMessages(40));
        Tally twice = Simulation.run(scenario.withMessages(80));
        assertThat(words(twice)).isCloseTo(2 * words(once), NEARLY);
        assertThat(twice.total(Count.UPDATES)).isCloseTo(2 * once.total(Count.UPDATES), NEARLY);
    }

    /** Without what a node tells itself with each beat. */
    private static long words(Tally of) {
        return of.total(Count.WORDS) - of.total(Count.BEATS);
    }

    @Test
    void everyChangeIsSaidForItsVisitorAndEveryTransactionForTheLists() {
        Tally tally = Simulation.run(of(4).quiet());
        assertThat(words(tally)).isCloseTo(tally.total(Count.UPDATES) + tally.total(Count.TRANSACTIONS), within(2L));
    }

    @Test
    void aNodeWithoutConsolesHearsOfItsOwnVisitorsOnly() {
        Scenario scenario = of(4).withConsolesOn(1).quiet();
        Tally tally = Simulation.run(scenario);
        long console = tally.of(0, Count.DELIVERED);
        for (int node = 1; node < 4; node++) {
            assertThat(tally.of(node, Count.DELIVERED)).isLessThan(console / 2);
            // A quarter of the visitors, each of whose conversations changes on the console's node every other time.
            assertThat(tally.of(node, Count.HEARD_ROWS)).isLessThan(tally.total(Count.UPDATES) / 4);
            assertThat(tally.of(node, Count.LINES)).isZero();
        }
        assertThat(console).isGreaterThan(tally.total(Count.TRANSACTIONS) - 2);
    }

    @Test
    void withRedisNoChangeIsWrittenDownForOtherNodesAndWithoutItEveryTransactionIs() {
        assertThat(Simulation.run(of(3).quiet()).total(Count.NEWS)).isZero();
        Tally rows = Simulation.run(of(3).quiet().withRedis(false));
        assertThat(rows.total(Count.NEWS)).isEqualTo(rows.total(Count.TRANSACTIONS));
        assertThat(rows.total(Count.WORDS)).isZero();
    }

    @Test
    void whereMuchIsSaidATransactionHoldsSeveralMessages() {
        Tally calm = Simulation.run(of(1).quiet().withMessages(20));
        Tally busy = Simulation.run(of(1).quiet().withMessages(5_000));
        assertThat(calm.total(Count.ENTRIES)).isCloseTo(calm.total(Count.TRANSACTIONS), NEARLY);
        assertThat(busy.total(Count.ENTRIES)).isGreaterThan(5 * busy.total(Count.TRANSACTIONS));
    }

    @Test
    void listsBySiteHelpOnlyWhereEveryAgentSeesOneSite() {
        Tally all = Simulation.run(of(10).quiet());
        Tally some = Simulation.run(of(10).quiet().withListsBySite());
        assertThat(some.total(Count.HEARD_ROWS)).isLessThan(all.total(Count.HEARD_ROWS));
    }
}
