package org.deskbell.socket;

import java.util.List;

/** A browser in three words ("Firefox on Android"), for an agent's eye; never for a decision. */
final class Browser {
    // The first that matches counts: most of them also claim to be those further down.
    private static final List<String[]> NAMES = List.of(
            new String[] {"Edg", "Edge"},
            new String[] {"OPR/", "Opera"},
            new String[] {"SamsungBrowser", "Samsung Internet"},
            new String[] {"Firefox", "Firefox"},
            new String[] {"FxiOS", "Firefox"},
            new String[] {"CriOS", "Chrome"},
            new String[] {"Chrome", "Chrome"},
            new String[] {"Safari", "Safari"});
    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"Android", "Android"},
            new String[] {"iPhone", "iPhone"},
            new String[] {"iPad", "iPad"},
            new String[] {"Windows", "Windows"},
            new String[] {"Mac OS", "macOS"},
            new String[] {"CrOS", "ChromeOS"},
            new String[] {"Linux", "Linux"});

    private Browser() {}

    /** Null where the header says nothing we know. */
    static String describe(String userAgent) {
        if (userAgent == null) return null;
        String name = find(NAMES, userAgent);
        String system = find(SYSTEMS, userAgent);
        if (name == null) return system;
        return system == null ? name : name + " on " + system;
    }

    private static String find(List<String[]> words, String userAgent) {
        for (String[] word : words) {
            if (userAgent.contains(word[0])) return word[1];
        }
        return null;
    }
}
