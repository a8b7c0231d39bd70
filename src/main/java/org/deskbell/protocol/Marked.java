package org.deskbell.protocol;

/** The read marks of one side, both absolute. */
public record Marked(Head head, long delivered, long seen) implements EntryFrame {
    @Override
    public String type() {
        return "marked";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.number("delivered", delivered).number("seen", seen);
    }
}
