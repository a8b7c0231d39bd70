package org.deskbell.protocol;

/** This text is to be one of my own answers. */
public record Keep(String ref, String shortcut, String title, String text) implements FromAgent {
    public Keep {
        Checks.ref(ref);
        Checks.line("shortcut", shortcut, Limits.SHORTCUT);
        Checks.line("title", title, Limits.TITLE);
        Checks.text(text);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.keep(this);
    }
}
