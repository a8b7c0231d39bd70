package org.deskbell.protocol;

/** Closed by visitor or agent. */
public record Closed(Head head) implements EntryFrame {
    @Override
    public String type() {
        return "closed";
    }

    @Override
    public void members(Members out) {
        head.write(out);
    }
}
