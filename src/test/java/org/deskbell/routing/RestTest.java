package org.deskbell.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestTest {
    private static final long MILLI = 1_000_000;

    private final Rest rest = new Rest(0);
    private long now;
    private long rested;

    @Test
    void whoWorksLittleIsThereAtOnceEachTime() {
        for (int i = 0; i < 1_000; i++) {
            work(5);
            now += 20 * MILLI;
        }
        assertThat(rested).isZero();
    }

    @Test
    void aHundredMillisecondsAreWorkedWithoutARest() {
        for (int i = 0; i < 10; i++) work(10);
        assertThat(rested).isZero();
        work(10);
        assertThat(rested).isEqualTo(40 * MILLI);
    }

    @Test
    void whoIsCalledAllTheTimeRestsFourTimesAsLongAsHeWorks() {
        for (int i = 0; i < 1_000; i++) work(10);
        assertThat(rested).isBetween(4 * 9_800 * MILLI, 4 * 10_000 * MILLI);
    }

    @Test
    void noRestIsLongerThanHalfASecond() {
        work(60_000);
        assertThat(rested).isEqualTo(500 * MILLI);
    }

    @Test
    void whatWasVerySlowOnceDoesNotMakeHimRestLongAfterwards() {
        work(60_000);
        rested = 0;
        work(5);
        assertThat(rested).isEqualTo(4 * 5 * MILLI);
    }

    private void work(long millis) {
        long ended = now + millis * MILLI;
        long pause = rest.after(now, ended);
        rested += pause;
        now = ended + pause;
    }
}
