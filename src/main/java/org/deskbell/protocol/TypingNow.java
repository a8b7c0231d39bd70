package org.deskbell.protocol;

/** Somebody is typing, or has stopped. {@code text}, for agents: what he has written and not sent, or null. */
public record TypingNow(String conversation, By by, boolean on, String text) implements FromServer {
    public TypingNow(String conversation, By by, boolean on) {
        this(conversation, by, on, null);
    }

    @Override
    public String type() {
        return "typing";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).by("by", by).flag("on", on).text("text", text);
    }

    /** Without the text: it is nobody's but of those it is for. */
    @Override
    public String toString() {
        return "TypingNow[" + conversation + ", " + on + "]";
    }
}
