package org.deskbell.protocol;

/** What an agent said with this ref and the server still holds is not to be said. */
public record Unsend(String conversation, String ref) implements FromAgent {
    public Unsend {
        Checks.ref(ref);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.unsend(this);
    }
}
