package org.deskbell.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.deskbell.site.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"hello", "Hello", "wo-ist_1", "größe", "こんにちは", "مرحبا", "  trimmed  "})
    void whatPeopleWouldTypeIsAShortcut(String shortcut) {
        assertThat(AnswerCheck.problems(draft(shortcut, "T", "text"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "/hello", "a:b", "<b>", "a\u0000", "\ud800", "x.y"})
    void whatCannotBeTypedAsOneWordIsNone(String shortcut) {
        assertThat(AnswerCheck.problems(draft(shortcut, "T", "text")))
                .extracting(Problem::field, Problem::reason)
                .containsExactly(tuple("shortcut", "bad-shortcut"));
    }

    @Test
    void upperAndLowerCaseOfAShortcutAreTheSame() {
        assertThat(draft(" Hello ", "T", "x").shortcut()).isEqualTo("hello");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThat(AnswerCheck.problems(new AnswerDraft(false, null, null, null, null)))
                .extracting(Problem::field, Problem::reason)
                .containsExactly(tuple("shortcut", "required"), tuple("title", "required"), tuple("text", "required"));
    }

    @Test
    void theLimitsAreThoseOfAMessage() {
        assertThat(AnswerCheck.problems(draft("x".repeat(40), "x".repeat(100), "x".repeat(4000))))
                .isEmpty();
        assertThat(AnswerCheck.problems(draft("x".repeat(41), "x".repeat(101), "x".repeat(4001))))
                .extracting(Problem::field, Problem::reason, Problem::detail)
                .containsExactly(
                        tuple("shortcut", "bad-shortcut", ""),
                        tuple("title", "too-long", "100"),
                        tuple("text", "too-long", "4000"));
    }

    @Test
    void whatTheStoreCannotKeepIsRefused() {
        assertThat(AnswerCheck.problems(draft("a", "two\nlines", "half \ud83d")))
                .extracting(Problem::field, Problem::reason)
                .containsExactly(tuple("title", "bad-text"), tuple("text", "bad-letters"));
        assertThat(AnswerCheck.problems(draft("a", "b", "zero \u0000"))).hasSize(1);
        assertThat(AnswerCheck.problems(draft("a", "b", "lines\r\nand\ttabs \ud83d\ude00")))
                .isEmpty();
    }

    @Test
    void aVariableNobodyKnowsIsNamed() {
        assertThat(AnswerCheck.problems(draft("a", "b", "Hello {{vistor.name}}")))
                .containsExactly(new Problem("text", "unknown-variable", "vistor.name"));
    }

    @Test
    void choicesAreShortDifferentAndFew() {
        assertThat(choices("Yes ", "", " No")).isEmpty();
        assertThat(offering("Yes ", "", " No").choices()).containsExactly("Yes", "No");
        assertThat(choices("1", "2", "3", "4", "5", "6", "7")).containsExactly("too-many-choices");
        assertThat(choices("Yes", " Yes")).containsExactly("same-choices");
        assertThat(choices("x".repeat(41))).containsExactly("too-long");
        assertThat(choices("half \ud83d")).containsExactly("bad-text");
        assertThat(choices("\u200b")).containsExactly("bad-text");
    }

    @Test
    void aChoiceMayHoldVariablesToo() {
        assertThat(choices("Order {{attribute.order}}", "Another one")).isEmpty();
        assertThat(AnswerCheck.problems(offering("Yes", "I am {{vistor.name}}", "{{never")))
                .containsExactly(new Problem("choices", "unknown-variable", "vistor.name"));
    }

    private static List<String> choices(String... choices) {
        return AnswerCheck.problems(offering(choices)).stream()
                .map(Problem::reason)
                .toList();
    }

    private static AnswerDraft offering(String... choices) {
        return new AnswerDraft(false, null, "a", "b", "text", List.of(choices), Steps.NONE);
    }

    private static AnswerDraft draft(String shortcut, String title, String text) {
        return new AnswerDraft(false, null, shortcut, title, text);
    }
}
