package org.deskbell.protocol;

/** Back into the boxes now. */
public record Wake(String conversation, String ref) implements FromAgent {
    public Wake {
        Checks.ref(ref);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.wake(this);
    }
}
