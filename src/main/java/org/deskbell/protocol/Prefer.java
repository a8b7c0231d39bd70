package org.deskbell.protocol;

/** The agent likes his console so, here and on his other devices. */
public record Prefer(String ref, String name, String choice) implements FromAgent {
    public Prefer {
        Checks.ref(ref);
        Checks.named("name", name);
        if (choice.length() > Limits.CHOICE) {
            throw new BadFrame("too-long", "choice takes at most " + Limits.CHOICE + " characters");
        }
        if (!Checks.storable(choice)) throw new BadFrame("bad-text", "choice holds a character that cannot be kept");
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.prefer(this);
    }
}
