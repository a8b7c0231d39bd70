package org.deskbell.protocol;

/** A new conversation is the current one. {@code earlier}: the visitor had others before, which he may ask for. */
public record Started(String conversation, boolean earlier) implements FromServer {
    @Override
    public String type() {
        return "started";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation);
        if (earlier) out.flag("earlier", true);
    }
}
