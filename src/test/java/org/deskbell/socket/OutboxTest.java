package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Line line = new Line();
    private final AtomicInteger overflows = new AtomicInteger();
    private final Outbox outbox = new Outbox(line, true, overflows::incrementAndGet);

    @Test
    void whatComesWhileASendIsUnderWayGoesJoinedInTheNext() {
        outbox.put("{1}");
        outbox.put("{2}");
        outbox.put("{3}");
        assertThat(line.sent).containsExactly("{1}");
        line.finish();
        assertThat(line.sent).containsExactly("{1}", "[{2},{3}]");
    }

    @Test
    void whatIsJoinedAlreadyIsNotJoinedAgain() {
        outbox.put("{1}");
        outbox.put("{2}");
        outbox.put("[{3},{4}]");
        outbox.put("{5}");
        line.finish();
        line.finish();
        line.finish();
        assertThat(line.sent).containsExactly("{1}", "{2}", "[{3},{4}]", "{5}");
    }

    @Test
    void aClientThatKnowsNoFramesGetsThemOneByOne() {
        Outbox plain = new Outbox(line, false, overflows::incrementAndGet);
        plain.put("a");
        plain.put("b");
        plain.put("c");
        line.finish();
        line.finish();
        assertThat(line.sent).containsExactly("a", "b", "c");
    }

    @Test
    void aReaderThatIsTooSlowOverflowsOnceAndGetsNothingMore() {
        for (int i = 0; i < Outbox.FRAMES + 10; i++) outbox.put("{" + i + "}");
        assertThat(overflows).hasValue(1);
        line.finish();
        assertThat(line.sent).containsExactly("{0}");
    }

    @Test
    void itIsBoundedInCharactersToo() {
        String large = "{" + "x".repeat(Outbox.CHARACTERS / 3) + "}";
        for (int i = 0; i < 5; i++) outbox.put(large);
        assertThat(overflows).hasValue(1);
    }

    @Test
    void sendsThatEndAtOnceDoNotPileUpOnTheStack() {
        line.atOnce = true;
        for (int i = 0; i < 100_000; i++) outbox.put("{}");
        assertThat(line.sent).hasSize(100_000);
    }

    @Test
    void aBrokenLineGetsNothingMore() {
        outbox.put("{1}");
        outbox.put("{2}");
        line.done.done(false);
        outbox.put("{3}");
        assertThat(line.sent).containsExactly("{1}");
    }

    @Test
    void everybodyWhoWaitsUntilAllIsSentIsCalled() {
        List<String> called = new ArrayList<>();
        outbox.put("{1}");
        outbox.whenDrained(() -> {
            called.add("one");
            outbox.put("{2}");
        });
        outbox.whenDrained(() -> called.add("other"));
        line.finish();
        assertThat(called).containsExactly("one");
        line.finish();
        assertThat(called).containsExactly("one", "other");
    }

    @Test
    void whatMayBeLostGoesOneByOneWhenNothingElseWaits() {
        outbox.put("{1}");
        outbox.putBulk("{a}", false);
        outbox.putBulk("{b}", false);
        outbox.put("{2}");
        outbox.put("{3}");
        line.finish();
        line.finish();
        outbox.put("{4}");
        line.finish();
        line.finish();
        assertThat(line.sent).containsExactly("{1}", "[{2},{3}]", "{a}", "{4}", "{b}");
    }

    @Test
    void whoWaitsUntilAllIsSentDoesNotWaitForIt() {
        List<String> called = new ArrayList<>();
        outbox.put("{1}");
        outbox.putBulk("{a}", false);
        outbox.whenDrained(() -> called.add("drained"));
        line.finish();
        assertThat(called).containsExactly("drained");
        assertThat(line.sent).containsExactly("{1}", "{a}");
    }

    @Test
    void itsLaneIsEmptiedWhereItIsFullAndTheRestOfTheBatchIsLost() {
        outbox.put("{1}");
        for (int i = 0; i < Outbox.BULK_FRAMES; i++) outbox.putBulk("{a" + i + "}", true);
        outbox.putBulk("{a64}", true);
        outbox.putBulk("{a65}", true);
        outbox.putBulk("{a66}", false);
        outbox.putBulk("{b}", false);
        outbox.put("{2}");
        line.finish();
        line.finish();
        assertThat(line.sent).containsExactly("{1}", "{2}", "{b}");
        assertThat(overflows).hasValue(0);
    }

    @Test
    void itsLaneIsBoundedInCharactersToo() {
        outbox.put("{1}");
        String large = "x".repeat(Outbox.BULK_CHARACTERS / 3);
        for (int i = 0; i < 4; i++) outbox.putBulk(large, false);
        outbox.putBulk("{b}", false);
        line.finish();
        assertThat(line.sent).containsExactly("{1}", "{b}");
        assertThat(overflows).hasValue(0);
    }

    @Test
    void itTakesNoPlaceFromWhatIsSaid() {
        outbox.put("{0}");
        for (int i = 0; i < Outbox.BULK_FRAMES; i++) outbox.putBulk("{a}", false);
        for (int i = 0; i < Outbox.FRAMES; i++) outbox.put("{" + i + "}");
        assertThat(overflows).hasValue(0);
    }

    /** A wire whose sends end when the test says so. */
    private static final class Line implements Wire {
        private final List<String> sent = new ArrayList<>();
        private Sent done;
        private boolean atOnce;

        @Override
        public String carrier() {
            return "websocket";
        }

        @Override
        public void send(String text, Sent over) {
            sent.add(text);
            done = over;
            if (atOnce) over.done(true);
        }

        void finish() {
            done.done(true);
        }

        @Override
        public void ping() {
            // not of interest here
        }

        @Override
        public void close(int code, String reason) {
            // not of interest here
        }
    }
}
