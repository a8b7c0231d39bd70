package org.deskbell.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.deskbell.site.Question.Kind;
import org.junit.jupiter.api.Test;

class MannersCheckTest {
    @Test
    void aFormComesBackFromTheStoreAsItWas() {
        List<Question> form = List.of(
                Question.standing(Question.NAME, true),
                new Question("q1", Kind.CHOICE, "What \"is\" it?", false, List.of("One", "Two, <three>")),
                new Question("q2", Kind.LONG, "More", true, List.of()));
        assertThat(FormText.read(FormText.write(form))).isEqualTo(form);
        assertThat(FormText.read("[]")).isEmpty();
    }

    @Test
    void aGoodFormHasNoProblem() {
        assertThat(MannersCheck.problems(Manners.USUAL)).isEmpty();
        assertThat(problems(Question.standing(Question.EMAIL, true), choice("q1", "About?", "One", "Two")))
                .isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAtItsQuestion() {
        assertThat(problems(
                        text("q1", " "),
                        text("q2", "Order"),
                        text("q3", "order"),
                        text("q4", "x".repeat(41)),
                        text("q5", "a\tb"),
                        choice("q6", "One?", "Only"),
                        choice("q7", "Twice?", "Same", "Same")))
                .extracting(Problem::field, Problem::reason)
                .containsExactly(
                        tuple("label-q1", "required"),
                        tuple("label-q3", "question-taken"),
                        tuple("label-q4", "too-long"),
                        tuple("label-q5", "bad-text"),
                        tuple("choices-q6", "few-choices"),
                        tuple("choices-q7", "choice-twice"));
    }

    @Test
    void aFormHasItsLimits() {
        Question[] many = IntStream.range(0, 13)
                .mapToObj(i -> text("q" + i, "Question " + i))
                .toArray(Question[]::new);
        assertThat(problems(many)).extracting(Problem::reason).containsExactly("too-many-questions");
        assertThat(problems(text("q1", "One"), text("q1", "Two")))
                .extracting(Problem::reason)
                .containsExactly("bad-choice");
        String[] choices =
                IntStream.range(0, 20).mapToObj(i -> i + "x".repeat(78)).toArray(String[]::new);
        Question[] wide = IntStream.range(0, 6)
                .mapToObj(i -> choice("q" + i, "Question " + i, choices))
                .toArray(Question[]::new);
        assertThat(problems(wide)).extracting(Problem::reason).containsExactly("form-too-long");
    }

    private static List<Problem> problems(Question... form) {
        return MannersCheck.problems(new Manners(List.of(form), Manners.Offline.ACCEPT, true, true, false));
    }

    private static Question text(String id, String label) {
        return new Question(id, Kind.TEXT, label, false, List.of());
    }

    private static Question choice(String id, String label, String... choices) {
        return new Question(id, Kind.CHOICE, label, false, List.of(choices));
    }
}
