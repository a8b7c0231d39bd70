package org.deskbell.protocol;

/** The agent has this conversation before him, or not any more. */
public record View(String conversation, boolean on) implements FromAgent {
    @Override
    public void accept(FromAgent.Handler handler) {
        handler.view(this);
    }
}
