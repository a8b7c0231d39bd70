package org.deskbell.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.deskbell.answers.Steps.Then;
import org.deskbell.label.LabelId;
import org.junit.jupiter.api.Test;

class StepsTest {
    @Test
    void theyAreKeptAsAWordAndLabelsAndReadAgain() {
        Steps steps = new Steps(List.of(new LabelId(12), new LabelId(15)), Then.SNOOZE_TOMORROW);
        assertThat(steps.kept()).isEqualTo("snooze-tomorrow 12 15");
        assertThat(Steps.of(steps.kept())).isEqualTo(steps);
        Steps closes = new Steps(List.of(), Then.CLOSE);
        assertThat(Steps.of(closes.kept())).isEqualTo(closes);
    }

    @Test
    void noneAreKeptAsNothing() {
        assertThat(Steps.NONE.kept()).isNull();
        assertThat(Steps.of(null)).isEqualTo(Steps.NONE);
    }

    @Test
    void whatALaterVersionMayDoIsLeftOutAndItsLabelsStay() {
        assertThat(Steps.of("call-back 12")).isEqualTo(new Steps(List.of(new LabelId(12)), Then.STAY));
    }

    @Test
    void aLabelIsPutOnOnce() {
        assertThat(new Steps(List.of(new LabelId(12), new LabelId(12)), Then.STAY).labels())
                .hasSize(1);
    }

    @Test
    void thereAreFiveLabelsAtMostAndTheyFitIntoTheTable() {
        AnswerDraft six = draft(6);
        assertThat(AnswerCheck.problems(six)).singleElement().satisfies(problem -> assertThat(problem.reason())
                .isEqualTo("too-many-labels"));
        AnswerDraft five = draft(5);
        assertThat(AnswerCheck.problems(five)).isEmpty();
        assertThat(five.steps().kept()).hasSizeLessThanOrEqualTo(200);
    }

    private static AnswerDraft draft(int labels) {
        List<LabelId> all = LongStream.range(0, labels)
                .mapToObj(i -> new LabelId(Long.MAX_VALUE - i))
                .toList();
        return new AnswerDraft(true, null, "returns", "Returns", "Send it back.", new Steps(all, Then.SNOOZE_TOMORROW));
    }
}
