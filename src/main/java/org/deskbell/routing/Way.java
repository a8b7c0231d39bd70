package org.deskbell.routing;

import java.util.Locale;

/** How a site's waiting conversations find an agent: by the agents' own pick, in turns, or to the one with the fewest open ones. */
public enum Way {
    PICK,
    TURNS,
    LOAD;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Way of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
