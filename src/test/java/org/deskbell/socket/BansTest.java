package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Kept away for a while, longer each time, and not for ever. */
class BansTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = Long.MAX_VALUE - 2 * SECOND;

    private final Bans bans = new Bans(5 * SECOND);

    @Test
    void aBanEndsByItselfAndConcernsNobodyElse() {
        assertThat(bans.add("a", 0, START)).isEqualTo(5 * SECOND);
        assertThat(bans.left("a", START + 3 * SECOND)).isEqualTo(2 * SECOND);
        assertThat(bans.left("a", START + 5 * SECOND)).isZero();
        assertThat(bans.left("b", START)).isZero();
    }

    @Test
    void eachOneIsTwiceAsLongUpToSixtyTimesTheFirst() {
        long now = START;
        for (long seconds : new long[] {5, 10, 20, 40, 80, 160, 300, 300}) {
            assertThat(bans.add("a", 0, now)).isEqualTo(seconds * SECOND);
            now += seconds * SECOND;
        }
    }

    @Test
    void itIsForgottenAfterQuietTimeAndNotBefore() {
        bans.add("a", 0, 0);
        long end = 5 * SECOND;
        assertThat(bans.add("a", 0, end + Bans.QUIET - 1)).isEqualTo(10 * SECOND);
        end += Bans.QUIET - 1 + 10 * SECOND;
        assertThat(bans.add("a", 0, end + Bans.QUIET)).isEqualTo(5 * SECOND);
    }

    @Test
    void itIsNotShorterThanAsked() {
        assertThat(bans.add("a", 40 * SECOND, 0)).isEqualTo(40 * SECOND);
        assertThat(bans.add("a", 0, 40 * SECOND)).isEqualTo(80 * SECOND);
    }

    @Test
    void memoryIsBoundedAndTheLatestAreKept() {
        bans.add("earlier", 0, 0);
        bans.add("again", 0, 0);
        bans.add("again", 0, 1);
        IntStream.range(0, Bans.KEPT - 1).forEach(i -> bans.add(i, 0, 2));
        assertThat(bans.left("earlier", 2)).isZero();
        assertThat(bans.left("again", 2)).isPositive();
        assertThat(bans.left(0, 2)).isPositive();
    }

    @Test
    void whereTheFirstIsOfNoLengthThereAreNone() {
        Bans none = new Bans(0);
        assertThat(none.add("a", 0, 0)).isZero();
        assertThat(none.left("a", 0)).isZero();
    }
}
