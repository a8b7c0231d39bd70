package org.deskbell.conversation;

import java.util.Locale;
import java.util.stream.Stream;

/** What an entry of the log says. */
public enum Kind {
    POSTED,
    CLAIMED,
    JOINED,
    LEFT,
    RELEASED,
    TRANSFERRED,
    CLOSED,
    REOPENED,
    MARKED,
    ASSISTED,
    RATED,
    REMOVED,
    EDITED,
    NOTED(true),
    HEEDED(true),
    LABELLED(true),
    SNOOZED(true),
    WOKEN(true),

    /** What a node of a later version wrote, which this one cannot read: nobody is shown more of it than its number. Never written. */
    UNKNOWN(true);

    private final boolean amongAgents;

    Kind() {
        this(false);
    }

    Kind(boolean amongAgents) {
        this.amongAgents = amongAgents;
    }

    /** Whether it stays among agents: of such an entry a visitor learns its number, and nothing else. */
    public boolean isPrivate() {
        return amongAgents;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
        return Stream.of(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
