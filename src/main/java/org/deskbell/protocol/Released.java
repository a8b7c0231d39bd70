package org.deskbell.protocol;

/** It waits in the queue again; {@code why} is handed-back or dropped-out. */
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
