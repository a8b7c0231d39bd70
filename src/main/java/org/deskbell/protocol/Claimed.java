package org.deskbell.protocol;

/** This agent has it now. */
public record Claimed(Head head) implements EntryFrame {
    @Override
    public String type() {
        return "claimed";
    }

    @Override
    public void members(Members out) {
        head.write(out);
    }
}
