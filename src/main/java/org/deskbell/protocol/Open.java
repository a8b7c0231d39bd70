package org.deskbell.protocol;

/** Follow this conversation from {@code after} on. */
public record Open(String conversation, long after) implements FromAgent {
    public Open {
        Checks.atLeast("after", after, 0);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.open(this);
    }
}
