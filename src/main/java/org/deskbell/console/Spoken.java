package org.deskbell.console;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.settings.Languages;

/**
 * Languages as somebody types them: by their ISO 639-1 codes, or by their names in the language of the page, in English or in themselves. Pure.
 *
 * @param codes those that were understood
 * @param unknown the first piece that was not, or null
 */
record Spoken(Set<String> codes, String unknown) {
    /** What stands between two in one language or another. */
    private static final String BETWEEN = "[,;،、，\\n]";

    static Spoken read(String typed, Locale page) {
        Set<String> codes = new TreeSet<>();
        for (String piece : (typed == null ? "" : typed).split(BETWEEN)) {
            String name = piece.strip();
            if (name.isEmpty()) continue;
            String code = code(name, page);
            if (code == null) return new Spoken(codes, name);
            codes.add(code);
        }
        return new Spoken(codes, null);
    }

    private static String code(String name, Locale page) {
        return Stream.of(Locale.getISOLanguages())
                .map(Locale::new)
                .filter(language -> isCalled(name, language, page))
                .map(Languages::tag)
                .findFirst()
                .orElse(null);
    }

    private static boolean isCalled(String name, Locale language, Locale page) {
        return name.equalsIgnoreCase(Languages.tag(language))
                || name.equalsIgnoreCase(language.getDisplayLanguage(page))
                || name.equalsIgnoreCase(language.getDisplayLanguage(Locale.ENGLISH))
                || name.equalsIgnoreCase(language.getDisplayLanguage(language));
    }

    /** By their names in the language of the page. */
    static String write(Set<String> codes, Locale page) {
        return codes.stream()
                .map(code -> new Locale(code).getDisplayLanguage(page))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
