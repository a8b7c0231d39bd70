package org.deskbell.protocol;

/** A colleague has this conversation before him, or not any more. */
public record ViewingNow(String conversation, By by, boolean on) implements FromServer {
    @Override
    public String type() {
        return "viewing";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).by("by", by).flag("on", on);
    }
}
