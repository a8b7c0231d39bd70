package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final Deque<Runnable> pool = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final List<Throwable> told = new ArrayList<>();
    private boolean full;
    private final Rounds rounds = new Rounds(
            new Errands(new Workers() {
                @Override
                boolean offer(Runnable work) {
                    return !full && pool.add(work);
                }
            }),
            told::add);

    @Test
    void whatFailsKeepsNeitherTheNextPartNorTheNextRoundFromItsTurn() {
        for (int i = 0; i < 2; i++) {
            rounds.regular(this::fail, () -> done.add("part"));
            work();
        }
        rounds.once(() -> done.add("once"));
        work();
        assertThat(done).containsExactly("part", "part", "once");
    }

    @Test
    void aFailureIsToldOnceAndAgainWhenAllWentWellBetween() {
        rounds.regular(this::fail, this::fail);
        work();
        rounds.regular(this::fail);
        work();
        assertThat(told).hasSize(1);
        rounds.regular(() -> done.add("well"));
        work();
        rounds.once(this::fail);
        work();
        assertThat(told).hasSize(2);
    }

    @Test
    void regularRoundsDoNotPileUpWhereTheWorkersLagBehind() {
        for (int i = 0; i < 3; i++) rounds.regular(() -> done.add("tick"));
        work();
        assertThat(done).containsExactly("tick");
        rounds.regular(() -> done.add("next"));
        work();
        assertThat(done).containsExactly("tick", "next");
    }

    @Test
    void aRoundTheWorkersDidNotTakeIsFollowedByTheNext() {
        full = true;
        rounds.regular(() -> done.add("lost"));
        rounds.once(() -> done.add("lost as well"));
        full = false;
        rounds.regular(() -> done.add("next"));
        work();
        assertThat(done).containsExactly("next");
    }

    private void fail() {
        throw new AssertionError("does not work");
    }

    private void work() {
        while (!pool.isEmpty()) pool.poll().run();
    }
}
