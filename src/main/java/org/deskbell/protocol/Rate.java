package org.deskbell.protocol;

/** What the visitor thought of a conversation of his; {@code comment} may be null. */
public record Rate(String conversation, String ref, int stars, String comment) implements FromVisitor {
    public Rate {
        Checks.ref(ref);
        Checks.between("stars", stars, 1, 5);
        if (comment != null && comment.isBlank()) comment = null;
        if (comment != null) Checks.comment(comment);
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.rate(this);
    }
}
