package org.deskbell.protocol;

/** The message {@code of} says nothing any more, and has no files; whoever holds it drops both. */
public record Removed(Head head, long of, String ref) implements EntryFrame {
    @Override
    public String type() {
        return "removed";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.number("of", of).text("ref", ref);
    }
}
