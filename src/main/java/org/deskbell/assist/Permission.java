package org.deskbell.assist;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a visitor can allow an agent, each kind by itself. */
public enum Permission {
    SEE,
    POINT,
    ACT,
    VOICE,
    VIDEO,
    SCREEN;

    /** The word in frames and in what is kept. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Permission of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** In the order above, each once. */
    public static List<Permission> of(Collection<String> words) {
        return words.stream().map(Permission::of).distinct().sorted().toList();
    }

    static List<String> words(Collection<Permission> kinds) {
        return kinds.stream().map(Permission::word).toList();
    }

    /** Pointing at a page, or acting on it, is nothing without seeing it. */
    boolean needsSee() {
        return this == POINT || this == ACT;
    }

    boolean isCall() {
        return this == VOICE || this == VIDEO || this == SCREEN;
    }
}
