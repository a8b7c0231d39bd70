package org.deskbell.protocol;

/** The visitor ends the conversation. */
public record End(String ref) implements FromVisitor {
    public End {
        Checks.ref(ref);
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.end(this);
    }
}
