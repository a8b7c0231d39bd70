package org.deskbell.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private final Sentences sentences = new Sentences(Locale.ENGLISH);

    @Test
    void whoGaveNoNameIsCalledAsTheConsoleCallsHim() {
        assertThat(sentences.nameless("v-a1B2_c3-d4E")).isEqualTo("Visitor 3D4E");
        assertThat(sentences.nameless("v")).isEqualTo("Visitor V");
    }

    @Test
    void whatIsTooLongForATitleIsCutBetweenCharacters() {
        assertThat(Sentences.cut("🛎".repeat(80))).isEqualTo("🛎".repeat(80));
        assertThat(Sentences.cut("🛎".repeat(81))).isEqualTo("🛎".repeat(80) + "…");
    }
}
