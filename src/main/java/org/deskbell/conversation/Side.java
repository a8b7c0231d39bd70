package org.deskbell.conversation;

import java.util.Locale;

/** Whose doing an entry is. */
public enum Side {
    VISITOR,
    AGENT,
    SITE;

    /** The word in tables and frames. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Side of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
