package org.deskbell.protocol;

/** Make it mine; {@code from}: the agent from whom it is taken over, null where nobody has it. */
public record Claim(String conversation, String ref, String from) implements FromAgent {
    public Claim {
        Checks.ref(ref);
        if (from != null) Checks.id("from", from);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.claim(this);
    }
}
