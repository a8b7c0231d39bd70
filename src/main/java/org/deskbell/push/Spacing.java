package org.deskbell.push;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.deskbell.conversation.ConversationId;
import org.deskbell.staff.AgentId;

/** Holds that nobody is called twice within a minute for one conversation, however much is written there. One thread alone uses it. */
final class Spacing {
    static final Duration APART = Duration.ofMinutes(1);

    private record Called(AgentId agent, ConversationId conversation) {}

    private final Map<Called, Instant> lately = new HashMap<>();
    private Instant swept = Instant.MIN;

    /** Whether he is to be called now; he then was. */
    boolean take(AgentId agent, ConversationId conversation, Occasion.What what, Instant now) {
        sweep(now);
        if (!isFree(agent, conversation, what, now)) return false;
        lately.put(new Called(agent, conversation), now);
        return true;
    }

    /** Whether {@link #take} would say so; nothing is noted. */
    boolean isFree(AgentId agent, ConversationId conversation, Occasion.What what, Instant now) {
        if (what == Occasion.What.GIVEN || what == Occasion.What.MENTION) return true;
        Instant last = lately.get(new Called(agent, conversation));
        return last == null || !last.plus(APART).isAfter(now);
    }

    private void sweep(Instant now) {
        if (swept.isAfter(now.minus(APART))) return;
        lately.values().removeIf(at -> !at.plus(APART).isAfter(now));
        swept = now;
    }
}
