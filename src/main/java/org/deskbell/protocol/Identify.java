package org.deskbell.protocol;

/** What the page says of its visitor, later than in the hello. */
public record Identify(Identity identity) implements FromVisitor {
    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.identify(this);
    }
}
