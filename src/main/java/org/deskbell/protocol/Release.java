package org.deskbell.protocol;

/** Hand it back to the queue. */
public record Release(String conversation, String ref) implements FromAgent {
    public Release {
        Checks.ref(ref);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.release(this);
    }
}
