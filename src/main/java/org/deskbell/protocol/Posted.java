package org.deskbell.protocol;

/** A message. To its sender it is the acknowledgement: it is sent after the commit only. */
public record Posted(Head head, String text, String ref) implements EntryFrame {
    @Override
    public String type() {
        return "posted";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.text("text", text).text("ref", ref);
    }
}
