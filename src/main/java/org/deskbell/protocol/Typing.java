package org.deskbell.protocol;

/** Somebody types, or has stopped. */
public record Typing(String conversation, boolean on) implements FromVisitor, FromAgent {
    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.typing(this);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.typing(this);
    }
}
