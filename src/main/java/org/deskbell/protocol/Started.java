package org.deskbell.protocol;

/** A new conversation is the current one. */
public record Started(String conversation) implements FromServer {
    @Override
    public String type() {
        return "started";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation);
    }
}
