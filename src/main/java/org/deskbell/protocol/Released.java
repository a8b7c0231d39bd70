package org.deskbell.protocol;

/** It waits in the queue again; {@code why} is handed-back, dropped-out, left-department, to agents alone unanswered and went-offline or, to the visitor, transferred. */
public record Released(Head head, String why) implements EntryFrame {
    @Override
    public String type() {
        return "released";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.text("why", why);
    }
}
