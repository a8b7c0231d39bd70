package org.deskbell.attachment;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes a name that means nothing to any file system, page or header of what somebody calls his file. */
final class FileName {
    private static final int MOST = 120;
    private static final int ENDING = 8;
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

    private FileName() {}

    /** @param said as it came; may be null */
    static String clean(String said, FileType type) {
        String name = Normalizer.normalize(said == null ? "" : said, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = printable(name).replaceAll("[<>:\"|?*%]", "_").replaceAll("\\s+", " ");
        name = name.replaceAll("^[. ]+|[. ]+$", "");
        String ending = ending(name);
        String stem = ending.isEmpty() ? name : name.substring(0, name.length() - ending.length() - 1);
        List<String> endings = type.endings();
        if (!endings.contains(ending)) {
            stem = name;
            ending = endings.get(0);
        }
        stem = stem.replaceAll("[. ]+$", "");
        String first = stem.replaceFirst("[.].*", "").strip().toLowerCase(Locale.ROOT);
        if (RESERVED.contains(first) || first.matches("(com|lpt)[0-9]")) stem = "_" + stem;
        return (stem.isEmpty() ? "file" : cut(stem)) + "." + ending;
    }

    /** Lower case; empty where there is none that looks like one. */
    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return ending.matches("[a-z0-9]{1," + ENDING + "}") ? ending : "";
    }

    /** Without control characters, halves of characters, and what changes the direction or cannot be seen. */
    private static String printable(String name) {
        StringBuilder kept = new StringBuilder();
        name.codePoints().filter(FileName::isPrintable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                // The joiner of emoji.
                character == 0x200d;
            default -> true;
        };
    }

    private static String cut(String stem) {
        if (stem.length() <= MOST) return stem;
        int end = Character.isHighSurrogate(stem.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return stem.substring(0, end);
    }
}
