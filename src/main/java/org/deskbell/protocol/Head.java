package org.deskbell.protocol;

import java.time.Instant;

/** What every entry has: where, the place in the log, when, and whose doing it is ({@code by} may be null). */
public record Head(String conversation, long seq, Instant at, By by) {
    void write(Members out) {
        out.text("conversation", conversation)
                .number("seq", seq)
                .instant("at", at)
                .by("by", by);
    }
}
