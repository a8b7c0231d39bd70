package org.deskbell.protocol;

/** An agent who was mentioned has looked. */
public record Heeded(Head head) implements EntryFrame {
    @Override
    public String type() {
        return "heeded";
    }

    @Override
    public void members(Members out) {
        head.write(out);
    }
}
