package org.deskbell.answers;

import java.util.List;
import java.util.Locale;
import org.deskbell.site.SiteId;

/** What somebody wants an answer to be, not checked yet ({@link AnswerCheck}); {@code site} null: for every site. */
public record AnswerDraft(
        boolean shared, SiteId site, String shortcut, String title, String text, List<String> choices, Steps steps) {
    /** Upper and lower case of a shortcut are the same, and blanks around anything mean nothing. */
    public AnswerDraft {
        shortcut = shortcut == null ? "" : shortcut.strip().toLowerCase(Locale.ROOT);
        title = title == null ? "" : title.strip();
        text = text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
        choices = choices.stream()
                .map(String::strip)
                .filter(choice -> !choice.isEmpty())
                .toList();
    }

    /** All that is written in it, counted. */
    int letters() {
        return text.length() + choices.stream().mapToInt(String::length).sum();
    }

    /** With nothing to choose from. */
    public AnswerDraft(boolean shared, SiteId site, String shortcut, String title, String text, Steps steps) {
        this(shared, site, shortcut, title, text, List.of(), steps);
    }

    /** Words alone. */
    public AnswerDraft(boolean shared, SiteId site, String shortcut, String title, String text) {
        this(shared, site, shortcut, title, text, Steps.NONE);
    }
}
