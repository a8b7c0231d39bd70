package org.deskbell.protocol;

/** Up to {@code limit} entries older than {@code seq}, please. A visitor names no {@code conversation} where he means the one he is in. */
public record Before(String conversation, long seq, int limit) implements FromVisitor, FromAgent {
    public Before {
        Checks.atLeast("seq", seq, 1);
        Checks.between("limit", limit, 1, Limits.PAGE);
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.before(this);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.before(this);
    }
}
