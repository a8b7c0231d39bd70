package org.deskbell.protocol;

/** What was said with this ref is kept, and may still be taken back for so many seconds; 0 where it is just being said. */
public record HeldBack(String conversation, String ref, int seconds) implements FromServer {
    @Override
    public String type() {
        return "held";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).text("ref", ref).number("seconds", seconds);
    }
}
