package org.deskbell.console;

import java.io.Serializable;
import java.util.List;
import org.deskbell.site.Question;

/** One question of a form while somebody works on it. */
public final class QuestionLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final Question.Kind kind;
    private String label;
    private boolean required;
    private String choices;

    QuestionLine(Question of) {
        id = of.id();
        kind = of.kind();
        label = of.label();
        required = of.required();
        choices = String.join("\n", of.choices());
    }

    Question question() {
        boolean choice = kind == Question.Kind.CHOICE;
        List<String> all = choice
                ? choices.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of();
        return new Question(id, kind, label == null ? "" : label.strip(), required, all);
    }

    public String getId() {
        return id;
    }

    public String getKind() {
        return kind.word();
    }

    /** Whether it is the visitor's name or mail address, whose label the chat says in every language. */
    public boolean isStanding() {
        return id.equals(Question.NAME) || id.equals(Question.EMAIL);
    }

    /** Whether it is the one whose choices are the site's departments. */
    public boolean isDepartment() {
        return id.equals(Question.DEPARTMENT);
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public String getChoices() {
        return choices;
    }

    public void setChoices(String choices) {
        this.choices = choices == null ? "" : choices;
    }
}
