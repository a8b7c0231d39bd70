package org.deskbell.assist;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbell.conversation.Conversation;

/**
 * How it stands in one conversation as far as this node knows.
 *
 * @param conversation null until it was read
 * @param kept what the conversation keeps
 * @param denied what was stopped here and is not written yet, by request
 * @param since when anything of it changed here
 */
record Standing(Conversation conversation, Requests kept, Map<String, Denial> denied, Instant since) {
    static Standing unread(Instant now) {
        return new Standing(null, Requests.NONE, Map.of(), now);
    }

    /** What holds here: never what somebody stopped. */
    Requests requests() {
        return kept.without(denied);
    }

    boolean isOlderThan(Conversation other) {
        return conversation == null || conversation.lastSeq() < other.lastSeq();
    }

    /** What was stopped stays so until it is gone from what is kept. */
    Standing with(Conversation newer, Instant now) {
        Requests read = Requests.of(newer);
        Map<String, Denial> left = new HashMap<>();
        denied.forEach((id, denial) -> read.find(id)
                .map(request -> common(request, denial.kinds()))
                .filter(kinds -> !kinds.isEmpty())
                .ifPresent(kinds -> left.put(id, new Denial(kinds, denial.byAgent()))));
        return new Standing(newer, read, left, now);
    }

    /** @param id of which request, or null for all; {@code kinds} which of it, or null for all */
    Standing without(String id, List<Permission> kinds, boolean byAgent, Instant now) {
        Map<String, Denial> more = new HashMap<>(denied);
        for (Request request : kept.all()) {
            if (id != null && !request.id().equals(id)) continue;
            List<Permission> some = kinds == null ? request.kinds() : common(request, kinds);
            if (some.isEmpty()) continue;
            more.merge(request.id(), new Denial(some, byAgent), (old, add) -> old.joined(add.kinds(), byAgent));
        }
        return new Standing(conversation, kept, more, now);
    }

    boolean isEmpty() {
        return kept.all().isEmpty();
    }

    private static List<Permission> common(Request request, List<Permission> kinds) {
        return request.kinds().stream().filter(kinds::contains).toList();
    }
}
