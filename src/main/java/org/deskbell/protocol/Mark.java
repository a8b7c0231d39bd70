package org.deskbell.protocol;

/** Everything up to these numbers has arrived and been looked at. */
public record Mark(String conversation, long delivered, long seen) implements FromVisitor, FromAgent {
    public Mark {
        Checks.atLeast("delivered", delivered, 0);
        Checks.atLeast("seen", seen, 0);
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.mark(this);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.mark(this);
    }
}
