package org.deskbell.label;

import java.io.Serializable;
import java.util.List;

/** A label as everybody in the house knows it; {@code colour} is one of {@link #COLOURS}. */
public record Label(LabelId id, String name, String colour) implements Serializable {
    /** Words, not values: each screen has a light and a dark pair for each, so that every label can be read. */
    public static final List<String> COLOURS =
            List.of("grey", "red", "orange", "yellow", "green", "teal", "blue", "violet", "pink");
}
