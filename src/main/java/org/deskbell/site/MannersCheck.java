package org.deskbell.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what is wrong with a site's manners; the field of a problem is {@code label-} or {@code choices-} and the question's id, or {@code form}. */
public final class MannersCheck {
    /** Questions of a form, the name and the mail address included. */
    public static final int QUESTIONS = 12;

    /** Letters of a label: it becomes the name of an attribute. */
    public static final int LABEL = 40;

    public static final int CHOICES = 20;
    public static final int CHOICE = 80;

    /** Letters of the form as it is kept. */
    static final int TEXT = 8_000;

    private final List<Problem> problems = new ArrayList<>();

    private MannersCheck() {}

    /** Everything that is wrong; empty when it may be kept. */
    public static List<Problem> problems(Manners manners) {
        MannersCheck check = new MannersCheck();
        List<Question> form = manners.form();
        if (form.size() > QUESTIONS) check.add("form", "too-many-questions", String.valueOf(QUESTIONS));
        Set<String> labels = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Question each : form) {
            if (!ids.add(each.id())) check.add("form", "bad-choice", each.id());
            if (each.isStanding()) continue;
            check.label(each, labels);
            if (each.kind() == Question.Kind.CHOICE && !each.isDepartment()) check.choices(each);
        }
        if (check.problems.isEmpty() && FormText.write(form).length() > TEXT) check.add("form", "form-too-long", "");
        return List.copyOf(check.problems);
    }

    private void label(Question each, Set<String> labels) {
        String field = "label-" + each.id();
        if (each.label().isBlank()) add(field, "required", "");
        else if (each.label().length() > LABEL) add(field, "too-long", String.valueOf(LABEL));
        else if (!oneLine(each.label())) add(field, "bad-text", "");
        else if (!labels.add(each.label().toLowerCase(Locale.ROOT))) add(field, "question-taken", each.label());
    }

    private void choices(Question each) {
        String field = "choices-" + each.id();
        if (each.choices().size() < 2) add(field, "few-choices", "");
        else if (each.choices().size() > CHOICES) add(field, "many-choices", String.valueOf(CHOICES));
        else if (!each.choices().stream().allMatch(MannersCheck::oneLine)) add(field, "bad-text", "");
        else if (each.choices().stream().anyMatch(choice -> choice.length() > CHOICE)) {
            add(field, "too-long", String.valueOf(CHOICE));
        } else if (Set.copyOf(each.choices()).size() < each.choices().size()) add(field, "choice-twice", "");
    }

    private static boolean oneLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private void add(String field, String reason, String detail) {
        problems.add(new Problem(field, reason, detail));
    }
}
