package org.deskbell.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deskbell.support.Transcript.Outcome;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private final Transcript transcript = new Transcript("c");

    @Test
    void entriesAreAppendedInOrder() {
        assertThat(transcript.apply(entry(1))).isEqualTo(Outcome.APPENDED);
        assertThat(transcript.apply(entry(2))).isEqualTo(Outcome.APPENDED);
        assertThat(transcript.after()).isEqualTo(2);
    }

    @Test
    void whatIsKnownIsIgnoredAndCounted() {
        transcript.apply(entry(1));

        assertThat(transcript.apply(entry(1))).isEqualTo(Outcome.KNOWN);
        assertThat(transcript.entries()).hasSize(1);
        assertThat(transcript.repeats()).isEqualTo(1);
    }

    @Test
    void aGapIsNotPaperedOver() {
        transcript.apply(entry(1));

        assertThat(transcript.apply(entry(3))).isEqualTo(Outcome.GAP);
        assertThat(transcript.after()).isEqualTo(1);
    }

    @Test
    void aRestartBeginsWhereTheServerSays() {
        transcript.apply(entry(1));
        transcript.restart(41);

        assertThat(transcript.apply(entry(41))).isEqualTo(Outcome.APPENDED);
        assertThat(transcript.entries()).hasSize(1);
    }

    @Test
    void olderEntriesGoInFront() {
        transcript.restart(3);
        transcript.apply(entry(3));
        transcript.prepend(List.of(entry(1), entry(2), entry(3)));

        assertThat(transcript.entries()).extracting(each -> each.number("seq")).containsExactly(1L, 2L, 3L);
    }

    private static Frame entry(long seq) {
        return Frame.of("posted", "conversation", "c", "seq", seq, "at", "2026-01-01T00:00:00.000Z", "text", "t" + seq);
    }
}
