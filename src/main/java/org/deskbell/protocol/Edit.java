package org.deskbell.protocol;

/** What an agent said is to say something else; {@code of} is its seq. */
public record Edit(String conversation, String ref, long of, String text) implements FromAgent {
    public Edit {
        Checks.ref(ref);
        Checks.atLeast("of", of, 1);
        Checks.text(text);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.edit(this);
    }
}
