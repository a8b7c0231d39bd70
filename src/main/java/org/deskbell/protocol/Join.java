package org.deskbell.protocol;

/** Let me in beside its owner; or, where not {@code on}, I have done my part. */
public record Join(String conversation, String ref, boolean on) implements FromAgent {
    public Join {
        Checks.ref(ref);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.join(this);
    }
}
