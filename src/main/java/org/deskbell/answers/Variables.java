package org.deskbell.answers;

import java.util.Optional;
import java.util.Set;
import org.deskbell.site.Problem;

/**
 * What an answer's text may hold to be filled in when it is used: {@code {{visitor.name}}}, {@code {{agent.name}}}, {@code {{site.name}}},
 * {@code {{attribute.plan}}}, each with what stands there instead where it is not known: {@code {{visitor.name|there}}}. The console fills
 * them in ({@code canned/variables.js}).
 */
public final class Variables {
    private static final Set<String> KNOWN = Set.of("visitor.name", "agent.name", "site.name");
    private static final String ATTRIBUTE = "attribute.";
    private static final int LONGEST_NAME = 40;

    private Variables() {}

    /** The first that cannot be filled in: {@code unknown-variable} with its name, or {@code open-variable} with its beginning. */
    public static Optional<Problem> problem(String text) {
        int open = text.indexOf("{{");
        while (open >= 0) {
            int end = text.indexOf("}}", open + 2);
            if (end < 0) return Optional.of(new Problem("text", "open-variable", beginning(text.substring(open))));
            String inside = text.substring(open + 2, end);
            int bar = inside.indexOf('|');
            String name = (bar < 0 ? inside : inside.substring(0, bar)).strip();
            if (!known(name)) return Optional.of(new Problem("text", "unknown-variable", beginning(name)));
            open = text.indexOf("{{", end + 2);
        }
        return Optional.empty();
    }

    private static boolean known(String name) {
        if (KNOWN.contains(name)) return true;
        int length = name.length() - ATTRIBUTE.length();
        return name.startsWith(ATTRIBUTE) && length > 0 && length <= LONGEST_NAME;
    }

    private static String beginning(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
