package org.deskbell.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a site waits for a visitor to answer an agent, and what it says when it ends the conversation ({@code message}, empty for the
 * usual words). Where it does not end any ({@code ends}), the rest is kept for when it does again.
 */
public record Patience(boolean ends, int minutes, String message) {
    public static final Patience USUAL = new Patience(false, 30, "");

    /** Seven days. */
    public static final int MOST_MINUTES = 10_080;

    /** Letters of the message. */
    public static final int MESSAGE = 500;

    public Patience {
        message = message.strip().replace("\r\n", "\n");
    }

    /** In what has been as it is since before this moment nobody waits any longer. */
    Instant since(Instant now) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    /**
     * Whether an agent has this conversation, has said the last word in it, and nothing has happened there for so long, be it a message, a
     * note or another agent. What sleeps is not waited for, and words that were taken back need no answer.
     */
    boolean isOver(Conversation in, Instant at) {
        boolean has = in.open() && in.owner() != null && in.aside().snooze() == null;
        if (!ends || !has || in.last() == null) return false;
        boolean asks = in.last().by() == Side.AGENT && !in.last().text().isEmpty();
        return asks && !in.changedAt().isAfter(since(at));
    }
}
