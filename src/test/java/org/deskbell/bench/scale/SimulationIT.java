package org.deskbell.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.deskbell.support.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two real nodes do what the simulation says: statements are counted by PostgreSQL's log, words by Redis. */
class SimulationIT {
    private static final int CONVERSATIONS = 8;
    private static final int PER_SECOND = 20;
    private static final int SECONDS = 20;
    private static final Script SCRIPT = Script.even(CONVERSATIONS, PER_SECOND, SECONDS);
    private static final Scenario SCENARIO =
            Scenario.of(2).quiet().ofSize(2, CONVERSATIONS).lasting(SECONDS);

    private static RealNodes real;

    @BeforeAll
    static void start() {
        real = new RealNodes(2, CONVERSATIONS);
        // The first messages of a server are slow: they wait for each other, and a batch of two is one transaction.
        real.play(Script.even(CONVERSATIONS, PER_SECOND, SECONDS), SECONDS);
        real.settle();
        real.database.writeDown(true);
    }

    @AfterAll
    static void stop() {
        real.close();
    }

    @Test
    void withRedisAndWithoutIt() {
        compare(true);
        real.redis.stop();
        try {
            Await.until("both nodes have noticed", Duration.ofSeconds(20), real::byStore);
            compare(false);
        } finally {
            real.redis.start();
        }
    }

    private static void compare(boolean redis) {
        Map<Count, Long> counted = redis ? countedWithRedis() : counted();
        Tally simulated = Simulation.run(SCENARIO.withRedis(redis), RealNodes.cast(CONVERSATIONS), SCRIPT);
        Comparison comparison = Comparison.of(simulated, counted);
        System.out.println((redis ? "With Redis\n" : "Without Redis\n") + comparison);
        assertThat(comparison.agrees()).as(comparison.toString()).isTrue();
    }

    private static Map<Count, Long> countedWithRedis() {
        try (WordWatch words = new WordWatch(real.redis.address())) {
            Map<Count, Long> counted = counted();
            counted.put(Count.WORDS, words.published());
            counted.put(Count.DELIVERED, words.delivered());
            return counted;
        }
    }

    private static Map<Count, Long> counted() {
        long mark = real.database.mark();
        real.play(SCRIPT, SECONDS);
        Map<Count, Long> counted = real.database.since(mark);
        real.settle();
        return counted;
    }
}
