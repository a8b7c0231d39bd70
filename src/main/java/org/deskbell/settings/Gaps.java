package org.deskbell.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Text with gaps that are filled in when it is used, such as {@code {{site.name}}}, each with what stands there instead where it is not known:
 * {@code {{visitor.name|there}}}. The console does the same in the browser ({@code canned/variables.js}); both are tested with the same cases. Pure.
 */
public final class Gaps {
    private static final int LONGEST_NAME = 40;
    private static final Pattern GOES_WITH = Pattern.compile("^(?:\\p{P}|\\n|$)");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cc}]+");

    /** {@code unknown-variable} with its name, or {@code open-variable} with its beginning. */
    public record Fault(String reason, String detail) {}

    private record Piece(String text, String name, String fallback) {}

    private Gaps() {}

    /** The first gap that cannot be filled in. */
    public static Optional<Fault> fault(String text, Predicate<String> known) {
        for (Piece piece : pieces(text)) {
            if (piece.name == null) continue;
            if (!known.test(piece.name)) return Optional.of(new Fault("unknown-variable", beginning(piece.name)));
        }
        int open = text.indexOf("{{");
        while (open >= 0) {
            int end = text.indexOf("}}", open + 2);
            if (end < 0) return Optional.of(new Fault("open-variable", beginning(text.substring(open))));
            open = text.indexOf("{{", end + 2);
        }
        return Optional.empty();
    }

    /** The names in its gaps, in their order. */
    public static List<String> names(String text) {
        return pieces(text).stream()
                .filter(piece -> piece.name != null)
                .map(Piece::name)
                .toList();
    }

    /**
     * Filled in, each value as one line. One that is not known and has no fallback leaves no hole: a blank before or behind it goes with it.
     *
     * @param known the value behind a name; empty where there is none
     */
    public static String fill(String text, Function<String, Optional<String>> known) {
        StringBuilder done = new StringBuilder();
        boolean hole = false;
        for (Piece piece : pieces(text)) {
            if (piece.name != null) {
                String value = known.apply(piece.name).map(Gaps::line).orElse("");
                if (value.isEmpty()) value = piece.fallback;
                done.append(value);
                hole = value.isEmpty();
                continue;
            }
            String next = piece.text;
            if (hole && next.startsWith(" ") && (done.isEmpty() || endsBlank(done))) next = next.substring(1);
            else if (hole && endsWithSpace(done) && GOES_WITH.matcher(next).find()) done.setLength(done.length() - 1);
            done.append(next);
            hole = hole && next.isEmpty();
        }
        return done.toString();
    }

    private static boolean endsBlank(CharSequence text) {
        return Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private static boolean endsWithSpace(CharSequence text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
    }

    private static String line(String value) {
        return BLANKS.matcher(value).replaceAll(" ").strip();
    }

    private static List<Piece> pieces(String text) {
        List<Piece> found = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
            int end = text.indexOf("}}", open + 2);
            if (end < 0) break;
            String inside = text.substring(open + 2, end);
            int bar = inside.indexOf('|');
            found.add(new Piece(text.substring(from, open), null, null));
            found.add(new Piece(
                    null,
                    (bar < 0 ? inside : inside.substring(0, bar)).strip(),
                    bar < 0 ? "" : inside.substring(bar + 1).strip()));
            from = end + 2;
        }
        found.add(new Piece(text.substring(from), null, null));
        return found;
    }

    private static String beginning(String text) {
        return Sentences.cut(text.lines().findFirst().orElse(""), LONGEST_NAME);
    }
}
