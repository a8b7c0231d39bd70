package org.deskbell.conversation;

import org.deskbell.label.LabelId;

/** A label put on a conversation or taken off it, under the name it had then, without one where it was removed before. The log keeps it as a text: {@code +7 Refund}. */
public record Labelling(boolean on, LabelId label, String name) {
    /** What {@link #kept} made. */
    public static Labelling of(String kept) {
        int blank = kept.indexOf(' ');
        LabelId label = new LabelId(Long.parseLong(kept.substring(1, blank)));
        return new Labelling(kept.charAt(0) == '+', label, kept.substring(blank + 1));
    }

    String kept() {
        return (on ? "+" : "-") + label + " " + name;
    }
}
