package org.deskbell.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.deskbell.support.Checker.Line;
import org.junit.jupiter.api.Test;

class CheckerTest {

    private final Checker checker = new Checker();

    @Test
    void aCleanRunPasses() {
        said("a", 1);
        said("b", 2);
        checker.view("visitor", "c", List.of(new Line(1, "a"), new Line(2, "b"), new Line(3, null)));
        checker.view("agent", "c", List.of(new Line(1, "a"), new Line(2, "b"), new Line(3, null)));

        assertThat(checker.verify()).isEqualTo("L0 D0 O0: 2 acknowledged, 0 unknown, 1 conversations, 2 views");
    }

    @Test
    void anAcknowledgedMessageThatIsMissingIsLost() {
        said("a", 1);
        checker.view("visitor", "c", List.of(new Line(1, "b")));

        assertThat(checker.complaints()).anyMatch(each -> each.startsWith("lost: a"));
    }

    @Test
    void aConversationNobodyLookedAtIsAComplaint() {
        said("a", 1);

        assertThat(checker.complaints()).containsExactly("no view of conversation c with a");
    }

    @Test
    void aMessageThatIsThereTwiceIsFound() {
        said("a", 1);
        checker.view("visitor", "c", List.of(new Line(1, "a"), new Line(2, "a")));

        assertThat(checker.complaints()).anyMatch(each -> each.startsWith("twice: a"));
    }

    @Test
    void aMessageWithUnknownOutcomeMayBeThereOnceOrNotAtAll() {
        checker.track("maybe", new CompletableFuture<>());
        said("a", 1);
        checker.view("visitor", "c", List.of(new Line(1, "a"), new Line(2, "maybe")));

        assertThat(checker.complaints()).isEmpty();

        checker.view("visitor", "c", List.of(new Line(1, "a"), new Line(2, "maybe"), new Line(3, "maybe")));
        assertThat(checker.complaints()).anyMatch(each -> each.startsWith("twice: maybe"));
    }

    @Test
    void aHoleIsFound() {
        checker.view("visitor", "c", List.of(new Line(1, "a"), new Line(3, "b")));

        assertThat(checker.complaints()).anyMatch(each -> each.startsWith("hole or disorder"));
    }

    @Test
    void twoOrdersAreFound() {
        checker.view("visitor", "c", List.of(new Line(1, "a"), new Line(2, "b")));
        checker.view("agent", "c", List.of(new Line(1, "b"), new Line(2, "a")));

        assertThat(checker.complaints()).hasSize(2).allMatch(each -> each.startsWith("order differs"));
    }

    @Test
    void aMessageInAnotherConversationIsALeak() {
        said("a", 1);
        checker.view("visitor", "c", List.of(new Line(1, "a")));
        checker.view("stranger", "d", List.of(new Line(1, "a")));

        assertThat(checker.complaints()).anyMatch(each -> each.startsWith("leaked: a"));
    }

    @Test
    void anAcknowledgementThatNamedAnotherPlaceIsFound() {
        said("a", 7);
        checker.view("visitor", "c", List.of(new Line(1, "a")));

        assertThat(checker.complaints()).anyMatch(each -> each.startsWith("moved: a"));
    }

    @Test
    void whatWasRefusedMustNotBeThere() {
        CompletableFuture<Frame> answer = new CompletableFuture<>();
        checker.track("no", answer);
        answer.completeExceptionally(new IllegalStateException("refused"));
        checker.view("visitor", "c", List.of(new Line(1, "no")));

        assertThatThrownBy(checker::verify).hasMessageContaining("refused, but there: no");
    }

    private void said(String text, long seq) {
        CompletableFuture<Frame> answer = new CompletableFuture<>();
        checker.track(text, answer);
        answer.complete(Frame.of("posted", "conversation", "c", "seq", seq, "text", text));
    }
}
