package org.deskbell.protocol;

/** The agent's own choice. */
public record Status(String status) implements FromAgent {
    public Status {
        Checks.oneOf("status", status, "online", "away", "offline");
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.status(this);
    }
}
