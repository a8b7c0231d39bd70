package org.deskbell.answers;

import java.util.Optional;
import java.util.Set;
import org.deskbell.settings.Gaps;
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
        return Gaps.fault(text, Variables::known).map(fault -> new Problem("text", fault.reason(), fault.detail()));
    }

    private static boolean known(String name) {
        if (KNOWN.contains(name)) return true;
        int length = name.length() - ATTRIBUTE.length();
        return name.startsWith(ATTRIBUTE) && length > 0 && length <= LONGEST_NAME;
    }
}
