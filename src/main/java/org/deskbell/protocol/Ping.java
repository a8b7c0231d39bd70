package org.deskbell.protocol;

/** Are you there? */
public record Ping() implements FromVisitor, FromAgent {
    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.ping(this);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.ping(this);
    }
}
