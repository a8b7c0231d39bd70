package org.deskbell.protocol;

/** Somebody is typing, or has stopped. */
public record TypingNow(String conversation, By by, boolean on) implements FromServer {
    @Override
    public String type() {
        return "typing";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).by("by", by).flag("on", on);
    }
}
