package org.deskbell.site;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * One thing a site wants to know before the first message. The ids {@link #NAME} and {@link #EMAIL} are those of what every visitor has;
 * their label is empty, since the chat says it in the visitor's language. Any other answer becomes an attribute named by the label; that to
 * {@link #DEPARTMENT}, whose choices are the names of the site's departments, says where the conversation begins as well.
 */
public record Question(String id, Kind kind, String label, boolean required, List<String> choices)
        implements Serializable {
    public static final String NAME = "name";
    public static final String EMAIL = "email";
    public static final String DEPARTMENT = "department";

    /** What an answer looks like. */
    public enum Kind {
        TEXT,
        EMAIL,
        PHONE,
        CHOICE,
        CHECKBOX,
        LONG;

        /** The word in frames, in the store and in forms. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Question {
        choices = List.copyOf(choices);
    }

    /** The visitor's name or mail address, in the order in which it is asked for. */
    public static Question standing(String id, boolean required) {
        return new Question(id, id.equals(EMAIL) ? Kind.EMAIL : Kind.TEXT, "", required, List.of());
    }

    /** With the departments there are now; the label is still to be written. */
    public static Question department(List<Department> departments) {
        return new Question(DEPARTMENT, Kind.CHOICE, "", true, List.of()).among(departments);
    }

    /** The same with the names of these departments. */
    public Question among(List<Department> departments) {
        return new Question(
                id,
                kind,
                label,
                required,
                departments.stream().map(Department::name).toList());
    }

    public boolean isDepartment() {
        return id.equals(DEPARTMENT);
    }

    public boolean isStanding() {
        return id.equals(NAME) || id.equals(EMAIL);
    }
}
