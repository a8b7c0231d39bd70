package org.deskbell.protocol;

/** This agent has it now; {@code assigned}: he was given it, which agents alone are told. */
public record Claimed(Head head, boolean assigned) implements EntryFrame {
    @Override
    public String type() {
        return "claimed";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        if (assigned) out.flag("assigned", true);
    }
}
