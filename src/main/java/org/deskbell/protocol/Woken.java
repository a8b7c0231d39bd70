package org.deskbell.protocol;

/** It is back in the boxes; for agents alone. {@code why} is time, visitor or agent. */
public record Woken(Head head, String why) implements EntryFrame {
    @Override
    public String type() {
        return "woken";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.text("why", why);
    }
}
