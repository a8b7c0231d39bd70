package org.deskbell.protocol;

/** The visitor ends it and wants to be forgotten. */
public record Forget(String ref) implements FromVisitor {
    public Forget {
        Checks.ref(ref);
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.forget(this);
    }
}
