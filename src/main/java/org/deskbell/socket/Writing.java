package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Occupation;

/**
 * Where somebody has typed within the last minute: what he writes is about to be said, so the site does not end the conversation meanwhile. Known where
 * it is shown that he types ({@link TypingRelay}), and kept in memory alone.
 */
@ApplicationScoped
class Writing implements Occupation {
    static final Duration LATELY = Duration.ofMinutes(1);

    private final Map<ConversationId, Instant> lately = new ConcurrentHashMap<>();
    private volatile Instant swept = Instant.EPOCH;

    @Inject
    private Clock clock;

    Writing() {
        // for the container
    }

    Writing(Clock clock) {
        this.clock = clock;
    }

    /** Somebody types there, or has just stopped. */
    void in(ConversationId conversation) {
        Instant now = clock.instant();
        lately.put(conversation, now);
        if (now.isBefore(swept.plus(LATELY))) return;
        swept = now;
        lately.values().removeIf(last -> isOver(last, now));
    }

    @Override
    public boolean lasts(Conversation in, Instant at) {
        Instant last = lately.get(in.id());
        return last != null && !isOver(last, at);
    }

    int known() {
        return lately.size();
    }

    private static boolean isOver(Instant last, Instant now) {
        return !last.plus(LATELY).isAfter(now);
    }
}
