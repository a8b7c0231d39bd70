package org.deskbell.protocol;

import java.time.Instant;

/** It is out of the boxes until then, or until the visitor writes; for agents alone. {@code until} may be null. */
public record Snoozed(Head head, Instant until) implements EntryFrame {
    @Override
    public String type() {
        return "snoozed";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.instant("until", until);
    }
}
