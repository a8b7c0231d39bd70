package org.deskbell.protocol;

import java.util.Arrays;

/** What makes a member of a frame acceptable; each method refuses with the wire's reason. */
final class Checks {
    private Checks() {}

    static void ref(String ref) {
        if (ref.length() < 8 || ref.length() > 64) throw new BadFrame("bad-ref", "ref takes 8 to 64 characters");
        for (int i = 0; i < ref.length(); i++) {
            char c = ref.charAt(i);
            boolean fine = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            if (!fine) throw new BadFrame("bad-ref", "ref takes letters, digits, _ and -");
        }
    }

    /** Blanks of every script, and what has no width at all. */
    private static boolean invisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    static void text(String text) {
        if (text.length() > Limits.TEXT) throw new BadFrame("too-long", "at most " + Limits.TEXT + " characters");
        if (text.codePoints().allMatch(Checks::invisible)) throw new BadFrame("blank", "there is nothing in it");
        if (!storable(text)) throw new BadFrame("bad-text", "it holds a character that cannot be kept");
    }

    /** PostgreSQL keeps neither U+0000 nor a lone surrogate; H2 would, so it is refused for both. */
    static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || Character.isLowSurrogate(c)) return false;
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) return false;
            }
        }
        return true;
    }

    static void atLeast(String member, long value, long least) {
        if (value < least) throw new BadFrame("malformed", member + " is at least " + least);
    }

    static void between(String member, long value, long least, long most) {
        if (value < least || value > most) {
            throw new BadFrame("malformed", member + " is from " + least + " to " + most);
        }
    }

    static void oneOf(String member, String value, String... words) {
        if (!Arrays.asList(words).contains(value)) {
            throw new BadFrame("malformed", member + " is one of " + String.join(", ", words));
        }
    }

    /** The beginning of {@code text}, never half a surrogate pair; null stays null, and so does what cannot be kept. */
    static String cut(String text, int most) {
        if (text == null || !storable(text)) return null;
        if (text.length() <= most) return text;
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
