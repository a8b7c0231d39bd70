package org.deskbell.protocol;

/** The agent speaks first to a visitor who looks around. */
public record Begin(String visitor, String ref, String text) implements FromAgent {
    public Begin {
        Checks.named("visitor", visitor);
        Checks.ref(ref);
        Checks.text(text);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.begin(this);
    }
}
