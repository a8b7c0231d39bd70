package org.deskbell.protocol;

/** Put a label on, or take it off. */
public record PutLabel(String conversation, String ref, String label, boolean on) implements FromAgent {
    public PutLabel {
        Checks.ref(ref);
        Checks.id("label", label);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.label(this);
    }
}
