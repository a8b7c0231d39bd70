package org.deskbell.protocol;

import java.time.Instant;

/** Out of the boxes until then, or until the visitor writes; {@code until} is null for the latter alone. */
public record Snooze(String conversation, String ref, Instant until) implements FromAgent {
    public Snooze {
        Checks.ref(ref);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.snooze(this);
    }
}
