package org.deskbell.protocol;

/** Something said; {@code conversation} is null from a visitor. */
public record Post(String conversation, String ref, String text) implements FromVisitor, FromAgent {
    public Post {
        Checks.ref(ref);
        Checks.text(text);
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.post(this);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.post(this);
    }
}
