package org.deskbell.protocol;

/**
 * What conversations were there before this one, please? A visitor names no {@code conversation}: {@code before} is one of his own, or null for the one
 * he is in. An agent names one he has open: its visitor's, older than {@code before} or than the newest.
 */
public record Earlier(String conversation, String before) implements FromVisitor, FromAgent {
    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.earlier(this);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.earlier(this);
    }
}
