package org.deskbell.routing;

import java.util.Locale;

/** What becomes of the open conversations of an agent who goes offline on purpose: back to the queue, kept by him, or given to a colleague. */
public enum Fate {
    QUEUE,
    KEEP,
    GIVE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Fate of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
