package org.deskbell.reminder;

import java.time.Duration;
import java.time.Instant;

/** After how many minutes a site tells agents by mail of what is unread; where it does not ({@code sends}), they are kept for when it does. */
public record Reminder(boolean sends, int minutes) {
    public static final Reminder USUAL = new Reminder(false, 5);

    public static final int MOST_MINUTES = 60;

    /** What was written before this moment and is unread is told. */
    Instant before(Instant now) {
        return now.minus(Duration.ofMinutes(minutes));
    }
}
