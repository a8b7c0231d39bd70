package org.deskbell.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deskbell.settings.Gaps;
import org.deskbell.site.Problem;

/**
 * Says what is wrong with the words of a mail, field by field ({@code subject}, {@code opening}, {@code closing}). The codes: {@code too-long},
 * {@code bad-text}, {@code bad-letters}, {@code unknown-mail-variable}, {@code open-variable}, {@code visitor-in-subject}.
 */
public final class WordingCheck {
    /** Lengths in UTF-16 units. */
    public static final int SUBJECT = 120;

    public static final int TEXT = 1_000;

    private static final String VISITOR = "visitor.name";
    private static final Set<String> KNOWN = Set.of(VISITOR, "agent.name", "site.name");

    private final List<Problem> problems = new ArrayList<>();

    private WordingCheck() {}

    /** Everything that is wrong; empty when it may be kept. */
    public static List<Problem> problems(Wording wording) {
        WordingCheck check = new WordingCheck();
        check.subject(wording.subject());
        check.text("opening", wording.opening());
        check.text("closing", wording.closing());
        return List.copyOf(check.problems);
    }

    /** One line of a mail's head; and without a word that a visitor chose, since he also chooses to whom it goes. */
    private void subject(String text) {
        boolean lines = text.codePoints().anyMatch(each -> Character.isISOControl(each) || isLineBreak(each));
        if (lines || torn(text)) add("subject", "bad-text", "");
        if (Gaps.names(text).contains(VISITOR)) add("subject", "visitor-in-subject", "");
        both("subject", text, SUBJECT);
    }

    private void text(String field, String text) {
        boolean controls = text.chars().anyMatch(each -> Character.isISOControl(each) && each != '\n' && each != '\t');
        if (controls || torn(text)) add(field, "bad-letters", "");
        both(field, text, TEXT);
    }

    private void both(String field, String text, int most) {
        if (text.length() > most) add(field, "too-long", String.valueOf(most));
        Gaps.fault(text, KNOWN::contains).ifPresent(fault -> add(field, reason(fault), fault.detail()));
    }

    private static String reason(Gaps.Fault fault) {
        return fault.reason().equals("unknown-variable") ? "unknown-mail-variable" : fault.reason();
    }

    private static boolean isLineBreak(int letter) {
        return letter == 0x2028 || letter == 0x2029;
    }

    /** Half a letter, which PostgreSQL does not keep. */
    private static boolean torn(String text) {
        return text.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }

    private void add(String field, String reason, String detail) {
        problems.add(new Problem(field, reason, detail));
    }
}
