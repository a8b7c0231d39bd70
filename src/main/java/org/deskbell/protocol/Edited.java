package org.deskbell.protocol;

/** The message {@code of} says {@code text} now, which is empty where it was removed since. {@code was}, for agents alone: what it said before. */
public record Edited(Head head, long of, String text, String was, String ref) implements EntryFrame {
    @Override
    public String type() {
        return "edited";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.number("of", of).text("text", text).text("was", was).text("ref", ref);
    }
}
