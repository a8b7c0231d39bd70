package org.deskbell.protocol;

/** The agent has the list of those who look around before him, or not any more. */
public record Watch(boolean on) implements FromAgent {
    @Override
    public void accept(FromAgent.Handler handler) {
        handler.watch(this);
    }
}
