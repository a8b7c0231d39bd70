package org.deskbell.protocol;

/** What an agent said is to be gone, for everybody; {@code of} is its seq. */
public record Remove(String conversation, String ref, long of) implements FromAgent {
    public Remove {
        Checks.ref(ref);
        Checks.atLeast("of", of, 1);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.remove(this);
    }
}
