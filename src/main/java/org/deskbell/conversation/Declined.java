package org.deskbell.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.deskbell.staff.AgentId;

/**
 * Which agents are not given which waiting conversations: not again where they gave it away, and where they did not open it only after a rest, a minute
 * at first and twice as long each time, up to an hour. Pure.
 */
final class Declined {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Map<ConversationId, Map<AgentId, Unopened>> unopened = new HashMap<>();
    private final Map<ConversationId, Set<AgentId>> givenAway = new HashMap<>();

    private record Unopened(int times, Instant last) {
        Unopened and(Unopened more) {
            return new Unopened(times + more.times, last.isAfter(more.last) ? last : more.last);
        }

        boolean rests(Instant now) {
            // Six times a minute doubled are above the hour.
            Duration rest = FIRST.multipliedBy(1L << Math.min(times - 1, 6));
            return last.plus(rest.compareTo(LONGEST) < 0 ? rest : LONGEST).isAfter(now);
        }
    }

    /** @param unopened whether he did not open it; else he gave it away */
    void add(ConversationId conversation, AgentId agent, boolean unopened, Instant at) {
        if (unopened) {
            this.unopened
                    .computeIfAbsent(conversation, id -> new HashMap<>())
                    .merge(agent, new Unopened(1, at), Unopened::and);
        } else {
            givenAway.computeIfAbsent(conversation, id -> new HashSet<>()).add(agent);
        }
    }

    Map<ConversationId, Set<AgentId>> by(Instant now) {
        Map<ConversationId, Set<AgentId>> all = new HashMap<>();
        givenAway.forEach((id, agents) -> all.put(id, new HashSet<>(agents)));
        unopened.forEach((id, agents) -> agents.forEach((agent, times) -> {
            if (times.rests(now)) all.computeIfAbsent(id, of -> new HashSet<>()).add(agent);
        }));
        return all;
    }
}
