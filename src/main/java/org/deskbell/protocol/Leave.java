package org.deskbell.protocol;

/** Stop following. */
public record Leave(String conversation) implements FromAgent {
    @Override
    public void accept(FromAgent.Handler handler) {
        handler.leave(this);
    }
}
