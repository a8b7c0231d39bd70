package org.deskbell.answers;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.label.LabelId;

/** What is done with a conversation once an answer was said in it: labels are put on, and it is closed or snoozed. */
public record Steps(List<LabelId> labels, Then then) implements Serializable {
    public static final Steps NONE = new Steps(List.of(), Then.STAY);

    /** Labels of one answer. */
    public static final int MOST_LABELS = 5;

    /** What becomes of the conversation; a morning is that of the agent's own device. */
    public enum Then {
        STAY,
        CLOSE,
        SNOOZE_TOMORROW,
        SNOOZE_WEEK,
        SNOOZE_VISITOR;

        /** The word in tables, frames and pages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What is not known, from a page or a later version, is {@link #STAY}. */
        public static Then of(String word) {
            return Stream.of(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .orElse(STAY);
        }
    }

    public Steps {
        labels = labels.stream().distinct().toList();
    }

    public boolean isNone() {
        return labels.isEmpty() && then == Then.STAY;
    }

    /** As the table has it: the word, and the labels behind it; null for none. */
    String kept() {
        if (isNone()) return null;
        return then.word() + labels.stream().map(label -> " " + label).collect(Collectors.joining());
    }

    static Steps of(String kept) {
        if (kept == null) return NONE;
        String[] parts = kept.split(" ");
        List<LabelId> labels = Stream.of(parts)
                .skip(1)
                .map(id -> new LabelId(Long.parseLong(id)))
                .toList();
        return new Steps(labels, Then.of(parts[0]));
    }
}
