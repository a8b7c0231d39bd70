package org.deskbell.protocol;

/** What became of a proposal: done, form (done, and all further ones in this form), no, never, or failed. */
public record Settle(String ref, String request, String proposal, String answer) implements FromVisitor {
    public Settle {
        Checks.ref(ref);
        Checks.named("request", request);
        Checks.named("proposal", proposal);
        Checks.oneOf("answer", answer, "done", "form", "no", "never", "failed");
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.settle(this);
    }
}
