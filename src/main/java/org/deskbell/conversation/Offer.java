package org.deskbell.conversation;

import java.time.Duration;
import java.time.Instant;
import org.deskbell.staff.AgentId;

/** To whom a conversation was given, who has only so long to open it, and when. */
public record Offer(AgentId to, Instant at) {
    /** The {@code why} of the release of one that he has not opened in time. */
    public static final String UNANSWERED = "unanswered";

    /** Null where it is none. */
    static Offer of(Long to, Instant at) {
        return to == null || at == null ? null : new Offer(new AgentId(to), at);
    }

    /** Until when he may open it, who could not before {@code back}, or, where that is null, could all the time. */
    public Instant until(Instant back, Duration patience) {
        return (back == null || back.isBefore(at) ? at : back).plus(patience);
    }

    /**
     * Whether he has had his time and has neither opened it nor done anything in it. What sleeps was put aside by somebody. His last word counts
     * by itself: a node from before this may have written it.
     */
    boolean isOver(Conversation in, Duration patience, Instant now) {
        boolean his = in.open() && to.equals(in.owner()) && in.aside().snooze() == null;
        Conversation.Last last = in.last();
        boolean answered = last != null && last.by() == Side.AGENT && last.at().isAfter(at);
        return his && !answered && !until(null, patience).isAfter(now);
    }
}
