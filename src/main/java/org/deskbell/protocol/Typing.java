package org.deskbell.protocol;

/** Somebody types, or has stopped. {@code text}, of visitors: what he has written and not sent, or null; nothing of it is kept. */
public record Typing(String conversation, boolean on, String text) implements FromVisitor, FromAgent {
    public Typing {
        if (text != null && !on) throw new BadFrame("malformed", "text goes with on");
        if (text != null) Checks.text(text, Limits.UNSENT);
    }

    public Typing(String conversation, boolean on) {
        this(conversation, on, null);
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.typing(this);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.typing(this);
    }

    /** Without the text: it is nobody's but of those it is for. */
    @Override
    public String toString() {
        return "Typing[" + on + "]";
    }
}
