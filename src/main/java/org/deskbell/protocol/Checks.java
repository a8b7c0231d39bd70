package org.deskbell.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
        text(text, Limits.TEXT);
    }

    static void text(String text, int most) {
        if (text.length() > most) throw new BadFrame("too-long", "at most " + most + " characters");
        if (text.codePoints().allMatch(Checks::invisible)) throw new BadFrame("blank", "there is nothing in it");
        if (!storable(text)) throw new BadFrame("bad-text", "it holds a character that cannot be kept");
    }

    /** The name of something that was made by a {@link #ref}, or a stream's. */
    static void named(String member, String name) {
        if (name == null || name.isEmpty() || name.length() > 64 || !name.matches("[A-Za-z0-9_-]+")) {
            throw new BadFrame("malformed", member + " is a name of up to 64 letters, digits, _ and -");
        }
    }

    /** Files of one message, each once. */
    static List<String> files(List<String> files) {
        if (files.size() > Limits.FILES) throw new BadFrame("too-many-files", "at most " + Limits.FILES + " files");
        for (String file : files) named("files", file);
        if (Set.copyOf(files).size() < files.size()) throw new BadFrame("malformed", "files are different ones");
        return List.copyOf(files);
    }

    /** What a message offers to answer with: short lines, each once, without blanks around. */
    static List<String> choices(List<String> choices) {
        if (choices.size() > Limits.CHOICES) throw new BadFrame("malformed", "at most " + Limits.CHOICES + " choices");
        List<String> lines = choices.stream().map(String::strip).toList();
        for (String choice : lines) {
            text(choice, Limits.CHOICE_LINE);
            line("choices", choice, Limits.CHOICE_LINE);
        }
        if (Set.copyOf(lines).size() < lines.size()) throw new BadFrame("malformed", "choices are different ones");
        return lines;
    }

    /** Kinds of assistance, each once. */
    static List<String> kinds(List<String> kinds, int least) {
        if (kinds.size() < least || Set.copyOf(kinds).size() < kinds.size() || !Limits.KINDS.containsAll(kinds)) {
            throw new BadFrame("malformed", "kinds are different ones of " + String.join(", ", Limits.KINDS));
        }
        return List.copyOf(kinds);
    }

    /** Ids of agents or labels, each once. */
    static List<String> ids(String member, List<String> ids, int most) {
        if (ids.size() > most) throw new BadFrame("malformed", member + ": at most " + most);
        boolean different = Set.copyOf(ids).size() == ids.size();
        if (!different || !ids.stream().allMatch(id -> id.matches("[0-9]{1,18}"))) {
            throw new BadFrame("malformed", member + " are different ids");
        }
        return List.copyOf(ids);
    }

    static void id(String member, String id) {
        ids(member, List.of(id), 1);
    }

    /** What something may be called by a page: one line in which there is something to read. */
    static boolean isName(String name) {
        return storable(name)
                && name.chars().noneMatch(Character::isISOControl)
                && !name.codePoints().allMatch(Checks::invisible);
    }

    /** A short text in one line, or null. */
    static void line(String member, String text, int most) {
        if (text == null) return;
        if (text.length() > most) throw new BadFrame("too-long", member + " takes at most " + most + " characters");
        boolean inOneLine = text.chars().noneMatch(Character::isISOControl);
        if (!inOneLine || !storable(text)) throw new BadFrame("bad-text", member + " is one line of text");
    }

    /** What a proposal fills in, chooses, or goes to. */
    static void value(String value) {
        if (value == null) throw new BadFrame("malformed", "value is a text");
        if (value.length() > Limits.VALUE) {
            throw new BadFrame("too-long", "value takes at most " + Limits.VALUE + " characters");
        }
        if (!storable(value)) throw new BadFrame("bad-text", "value holds a character that cannot be kept");
    }

    /** What is written to a rating. */
    static void comment(String comment) {
        if (comment.length() > Limits.COMMENT) {
            throw new BadFrame("too-long", "comment takes at most " + Limits.COMMENT + " characters");
        }
        if (!storable(comment)) throw new BadFrame("bad-text", "comment holds a character that cannot be kept");
    }

    /** What is passed on; between nodes it may go through the database. */
    static void data(String data) {
        if (data.length() > Limits.DATA) {
            throw new BadFrame("too-long", "data takes at most " + Limits.DATA + " characters");
        }
        if (!storable(data)) throw new BadFrame("bad-text", "data holds a character that cannot be passed on");
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
