package org.deskbell.conversation;

import java.util.Locale;

/** What an entry of the log says. */
public enum Kind {
    POSTED,
    CLAIMED,
    RELEASED,
    CLOSED,
    REOPENED,
    MARKED,
    ASSISTED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
