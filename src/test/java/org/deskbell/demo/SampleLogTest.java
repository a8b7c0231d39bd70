package org.deskbell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleLogTest {
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final SampleLog log = new SampleLog(START);

    @Test
    void whoWaitsIsUnreadAndHasAWaitingTime() {
        log.greet(1, "Shop", "Hello");
        say("visitor", 1);
        say("visitor", 2);
        assertThat(log.unread()).isEqualTo(2);
        assertThat(log.waitingSince()).isEqualTo(START.plusSeconds(60));
        assertThat(log.owner()).isNull();
    }

    @Test
    void anAnswerMarksWhatWasSaidAsSeenAndEndsTheWaiting() {
        log.greet(1, "Shop", "Hello");
        say("visitor", 1);
        log.add("claimed", START.plusSeconds(120), "agent", 7, "Ada", null);
        say("agent", 3);
        assertThat(log.lines())
                .extracting(SampleLog.Line::kind)
                .containsExactly("posted", "marked", "posted", "marked", "claimed", "posted");
        assertThat(log.unread()).isZero();
        assertThat(log.waitingSince()).isNull();
        assertThat(log.owner()).isEqualTo(7);
    }

    @Test
    void numbersAreDense() {
        log.greet(1, "Shop", "Hello");
        say("visitor", 1);
        say("agent", 2);
        say("visitor", 3);
        assertThat(log.lines())
                .extracting(SampleLog.Line::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, log.lines().size()).boxed().toList());
        assertThat(log.last().seq()).isEqualTo(log.lines().size());
    }

    private void say(String side, int minute) {
        log.add("posted", START.plusSeconds(60L * minute), side, 7, "Somebody", "Something");
    }
}
