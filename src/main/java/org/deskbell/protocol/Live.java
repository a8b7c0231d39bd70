package org.deskbell.protocol;

/** You have everything up to {@code seq}. */
public record Live(String conversation, long seq) implements FromServer {
    @Override
    public String type() {
        return "live";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).number("seq", seq);
    }
}
