package org.deskbell.protocol;

/** What conversations did I have before this one, please? {@code before} is one of mine, or null: before the one I am in. */
public record Earlier(String before) implements FromVisitor {
    @Override
    public void accept(Handler handler) {
        handler.earlier(this);
    }
}
