package org.deskbell.protocol;

/** Make it mine. */
public record Claim(String conversation, String ref) implements FromAgent {
    public Claim {
        Checks.ref(ref);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.claim(this);
    }
}
