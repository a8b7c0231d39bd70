package org.deskbell.protocol;

/** Older conversations of a box; {@code before} is the cursor of the last answer or null. */
public record ListBox(String box, String before) implements FromAgent {
    public ListBox {
        Checks.oneOf("box", box, "mine", "unassigned", "all", "snoozed", "closed");
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.list(this);
    }
}
