package org.deskbell.protocol;

/** This agent is in it beside its owner; or, where not {@code on}, is not any more. */
public record Joined(Head head, boolean on) implements EntryFrame {
    @Override
    public String type() {
        return on ? "joined" : "left";
    }

    @Override
    public void members(Members out) {
        head.write(out);
    }
}
