package org.deskbell.protocol;

/** Opened again by the message that follows. */
public record Reopened(Head head) implements EntryFrame {
    @Override
    public String type() {
        return "reopened";
    }

    @Override
    public void members(Members out) {
        head.write(out);
    }
}
