package org.deskbell.mail;

import java.io.Serializable;
import java.util.Optional;
import java.util.function.Function;
import org.deskbell.settings.Gaps;

/**
 * The words of a mail in one language, with gaps ({@link Gaps}): its subject, what stands before what it is about, and what stands behind. Where one is
 * empty, ours are meant. Blanks around them mean nothing, and neither does what nobody can see.
 */
public record Wording(String subject, String opening, String closing) implements Serializable {
    /** Nothing of its own. */
    public static final Wording NONE = new Wording("", "", "");

    public Wording {
        subject = stripped(subject);
        opening = stripped(opening);
        closing = stripped(closing);
    }

    /** What is said, with its gaps filled in; {@code ours} where there is nothing, or nothing is left when a value is not known. */
    public Wording filled(Wording ours, Function<String, Optional<String>> known) {
        return new Wording(
                filled(subject, ours.subject, known),
                filled(opening, ours.opening, known),
                filled(closing, ours.closing, known));
    }

    private static String filled(String own, String ours, Function<String, Optional<String>> known) {
        String said = stripped(Gaps.fill(own, known));
        return said.isEmpty() ? Gaps.fill(ours, known) : said;
    }

    private static String stripped(String text) {
        if (text == null || text.codePoints().allMatch(Wording::invisible)) return "";
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static boolean invisible(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT;
    }
}
