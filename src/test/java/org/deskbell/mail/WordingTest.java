package org.deskbell.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.deskbell.site.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static final Wording OURS = new Wording("Chat with {{site.name}}", "Here it is.", "Bye from {{site.name}}");
    private static final Map<String, String> KNOWN =
            Map.of("site.name", "Green\r\nBcc: eve@example.com", "agent.name", "Ada");

    @Test
    void whatASiteDoesNotSayWeSay() {
        assertThat(filled(new Wording(" \u200b\n", "Dear {{visitor.name|friend}}, from {{agent.name}}", null)))
                .isEqualTo(new Wording(
                        "Chat with Green Bcc: eve@example.com",
                        "Dear friend, from Ada",
                        "Bye from Green Bcc: eve@example.com"));
    }

    @Test
    void whereNothingIsLeftWeSpeakInstead() {
        assertThat(filled(new Wording("{{visitor.name}}", "{{visitor.name}}\n", ""))
                        .subject())
                .isEqualTo("Chat with Green Bcc: eve@example.com");
    }

    @Test
    void linesAreLinesHoweverTheyWereSent() {
        assertThat(new Wording("", "a\r\nb\rc\n", "").opening()).isEqualTo("a\nb\nc");
    }

    /** S38: whatever is kept as a subject, and whatever stands in its gaps, is one line. */
    @Property
    void aSubjectIsOneLine(@ForAll String subject, @ForAll String value) {
        Wording own = new Wording(subject, "", "");
        if (!WordingCheck.problems(own).isEmpty()) return;
        Wording said = own.filled(OURS, name -> Optional.of(value));
        assertThat(said.subject().codePoints()).noneMatch(WordingTest::breaksLines);
    }

    @Property
    void aValueBreaksNoLine(@ForAll String value) {
        Wording said = new Wording("x {{agent.name}} y", "", "").filled(OURS, name -> Optional.of(value));
        assertThat(said.subject()).startsWith("x").endsWith("y");
        assertThat(said.subject().codePoints()).noneMatch(WordingTest::breaksLines);
    }

    private static boolean breaksLines(int letter) {
        return Character.isISOControl(letter) || letter == 0x2028 || letter == 0x2029;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: eve@example.com",
                "a\nb",
                "a\0b",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\tb",
                "a\ud800"
            })
    void aSubjectWithMoreThanOneLineOfTextIsRefused(String subject) {
        assertThat(WordingCheck.problems(new Wording(subject, "", "")))
                .containsExactly(new Problem("subject", "bad-text", ""));
    }

    @Test
    void whatCannotBeKeptOrFilledInIsNamed() {
        assertThat(WordingCheck.problems(new Wording("x".repeat(121), "\0", "{{visitor.nme}}")))
                .containsExactlyInAnyOrder(
                        new Problem("subject", "too-long", "120"),
                        new Problem("opening", "bad-letters", ""),
                        new Problem("closing", "unknown-mail-variable", "visitor.nme"));
        assertThat(WordingCheck.problems(
                        new Wording("Hello {{ visitor.name | x}}", "{{attribute.plan}}", "{{agent.name")))
                .containsExactlyInAnyOrder(
                        new Problem("subject", "visitor-in-subject", ""),
                        new Problem("opening", "unknown-mail-variable", "attribute.plan"),
                        new Problem("closing", "open-variable", "{{agent.name"));
        assertThat(WordingCheck.problems(new Wording("", "y".repeat(1_001), "")))
                .containsExactly(new Problem("opening", "too-long", "1000"));
        assertThat(WordingCheck.problems(new Wording("{{site.name}}", "a\n\tb {{visitor.name}}", "<b>&</b>")))
                .isEmpty();
    }

    private static Wording filled(Wording own) {
        return own.filled(OURS, name -> Optional.ofNullable(KNOWN.get(name)));
    }
}
