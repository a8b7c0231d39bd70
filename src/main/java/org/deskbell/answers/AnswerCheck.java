package org.deskbell.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.deskbell.site.Problem;

/**
 * Says what is wrong with a draft of an answer, field by field ({@code shortcut}, {@code title}, {@code text}, {@code choices}, {@code labels}); whether its shortcut is
 * free, only the store knows. The codes: {@code required}, {@code too-long}, {@code bad-text}, {@code bad-letters}, {@code bad-shortcut},
 * {@code unknown-variable}, {@code open-variable}, {@code too-many-choices}, {@code same-choices}, {@code too-many-labels}.
 */
public final class AnswerCheck {
    /** Lengths in UTF-16 units, as the wire counts them. */
    public static final int LONGEST_TITLE = 100;

    public static final int LONGEST_TEXT = 4_000;

    /** Of what it offers to answer with. */
    public static final int LONGEST_CHOICE = 40;

    public static final int MOST_CHOICES = 6;
    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]{1,40}");

    private final List<Problem> problems = new ArrayList<>();

    private AnswerCheck() {}

    /** Everything that is wrong; empty when it may be kept. */
    public static List<Problem> problems(AnswerDraft draft) {
        AnswerCheck check = new AnswerCheck();
        check.shortcut(draft.shortcut());
        check.title(draft.title());
        check.text(draft.text());
        check.choices(draft.choices());
        check.steps(draft.steps());
        return List.copyOf(check.problems);
    }

    private void shortcut(String shortcut) {
        if (shortcut.isEmpty()) add("shortcut", "required", "");
        // The pattern counts letters, the column units: a letter of two units is one of them.
        else if (shortcut.length() > 40 || !SHORTCUT.matcher(shortcut).matches()) add("shortcut", "bad-shortcut", "");
    }

    private void title(String title) {
        if (title.isEmpty()) add("title", "required", "");
        if (title.chars().anyMatch(Character::isISOControl) || torn(title)) add("title", "bad-text", "");
        length("title", title, LONGEST_TITLE);
    }

    private void text(String text) {
        if (text.codePoints().allMatch(AnswerCheck::invisible)) add("text", "required", "");
        boolean controls = text.chars().anyMatch(each -> Character.isISOControl(each) && each != '\n' && each != '\t');
        if (controls || torn(text)) add("text", "bad-letters", "");
        length("text", text, LONGEST_TEXT);
        Variables.problem(text).ifPresent(problems::add);
    }

    private void choices(List<String> choices) {
        if (choices.size() > MOST_CHOICES) add("choices", "too-many-choices", String.valueOf(MOST_CHOICES));
        if (choices.stream().distinct().count() < choices.size()) add("choices", "same-choices", "");
        boolean torn = choices.stream().anyMatch(AnswerCheck::torn);
        boolean empty = choices.stream().anyMatch(choice -> choice.codePoints().allMatch(AnswerCheck::invisible));
        if (torn || empty || choices.stream().flatMapToInt(String::chars).anyMatch(Character::isISOControl))
            add("choices", "bad-text", "");
        if (choices.stream().anyMatch(choice -> choice.length() > LONGEST_CHOICE))
            add("choices", "too-long", String.valueOf(LONGEST_CHOICE));
        choices.stream()
                .flatMap(choice -> Variables.problem(choice).stream())
                .findFirst()
                .ifPresent(problem -> add("choices", problem.reason(), problem.detail()));
    }

    private void steps(Steps steps) {
        if (steps.labels().size() > Steps.MOST_LABELS)
            add("labels", "too-many-labels", String.valueOf(Steps.MOST_LABELS));
    }

    private static boolean invisible(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT;
    }

    /** Half a letter, which PostgreSQL does not keep. */
    private static boolean torn(String text) {
        return text.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }

    private void length(String field, String text, int most) {
        if (text.length() > most) add(field, "too-long", String.valueOf(most));
    }

    private void add(String field, String reason, String detail) {
        problems.add(new Problem(field, reason, detail));
    }
}
