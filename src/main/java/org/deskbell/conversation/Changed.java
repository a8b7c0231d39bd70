package org.deskbell.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deskbell.bus.Heard;
import org.deskbell.bus.Neighbours;

/**
 * Notices what other nodes did to conversations: by the word the writer there left in its transaction, and by looking itself now and
 * then for what changed lately, so that a word that was lost, or never written because two nodes did not know of each other yet,
 * is made up for.
 */
@ApplicationScoped
public class Changed {
    static final String TOPIC = "changed";

    /** Longer than a transaction takes and two clocks differ. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    /** A node that was alone for longer does not look further back: nobody wrote beside it. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    @Inject
    private Conversations conversations;

    @Inject
    private Neighbours neighbours;

    @Inject
    private Clock clock;

    @Inject
    private Event<Elsewhere> elsewhere;

    /** Up to where this node knows the conversations that changed lately: only what is newer is told. */
    private final Map<Long, Long> known = new HashMap<>();

    private Instant looked;

    void onCommitted(@Observes Committed committed) {
        if (neighbours.alone()) return;
        synchronized (known) {
            for (Happened happened : committed.news()) {
                known.merge(
                        happened.entry().conversation().value(),
                        happened.entry().seq(),
                        Math::max);
            }
        }
    }

    void onHeard(@Observes Heard heard) {
        if (!heard.topic().equals(TOPIC)) return;
        tell(Stream.of(heard.text().split(",")).map(Long::valueOf).toList());
    }

    /** To be called every few seconds: tells what changed since the last call and nobody said. */
    public void look() {
        if (neighbours.alone()) return;
        Instant now = clock.instant();
        Instant furthest = now.minus(LONGEST);
        Instant from = looked == null ? now : looked.isBefore(furthest) ? furthest : looked;
        Map<Long, Long> lately = conversations.changedSince(from.minus(OVERLAP));
        List<Long> missed = new ArrayList<>();
        synchronized (known) {
            lately.forEach((id, seq) -> {
                if (known.getOrDefault(id, 0L) < seq) missed.add(id);
            });
            known.keySet().retainAll(lately.keySet());
        }
        tell(missed);
        looked = now;
    }

    private void tell(List<Long> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Collection<ConversationId> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE)).stream()
                    .map(ConversationId::new)
                    .toList();
            List<Conversation> found = conversations.byIds(some);
            synchronized (known) {
                for (Conversation each : found) known.merge(each.id().value(), each.lastSeq(), Math::max);
            }
            elsewhere.fire(new Elsewhere(found));
        }
    }
}
