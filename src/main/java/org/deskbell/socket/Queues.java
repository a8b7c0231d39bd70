package org.deskbell.socket;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Waiter;
import org.deskbell.site.SiteId;
import org.deskbell.visitor.VisitorId;

/**
 * The line of those who wait, cut into one queue for each department of each site. What agents have put aside has the place it would have and takes
 * none from others: its visitor must not see by it what agents keep to themselves. Pure.
 */
final class Queues {
    static final Queues NONE = new Queues(Map.of());

    /** {@code position} is 1 for the next one; {@code firstSince}: since when that one waits. */
    record Place(Waiter waiter, int position, Instant firstSince) {
        ConversationId conversation() {
            return waiter.conversation();
        }

        VisitorId visitor() {
            return waiter.visitor();
        }

        SiteId site() {
            return waiter.site();
        }

        Long department() {
            return waiter.department();
        }
    }

    private record Queue(SiteId site, Long department) {}

    private final Map<ConversationId, Place> places;

    private Queues(Map<ConversationId, Place> places) {
        this.places = places;
    }

    /** @param line in the order in which they wait */
    static Queues of(List<Waiter> line) {
        Map<Queue, Place> last = new HashMap<>();
        Map<ConversationId, Place> places = new LinkedHashMap<>();
        for (Waiter each : line) {
            Queue queue = new Queue(each.site(), each.department());
            Place before = last.get(queue);
            Place place = before == null
                    ? new Place(each, 1, each.queued())
                    : new Place(each, before.position + 1, before.firstSince);
            if (!each.asleep()) last.put(queue, place);
            places.put(each.conversation(), place);
        }
        return new Queues(places);
    }

    /** Whether who was told one place should be told another one: by each step among the first twenty, by a twentieth of the way behind them. */
    static boolean isNews(int told, int position) {
        int moved = Math.abs(told - position);
        return moved > 0 && moved * 20 >= told;
    }

    static boolean waits(Conversation now) {
        return now.open() && now.owner() == null;
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    boolean isKnown(ConversationId conversation) {
        return places.containsKey(conversation);
    }

    Collection<Place> places() {
        return places.values();
    }

    /** Whether the line is another one if this conversation stands so. */
    boolean isChangedBy(Conversation now) {
        Place place = places.get(now.id());
        if (!waits(now)) return place != null;
        if (place == null) return true;
        // Some databases keep less of an instant.
        boolean sameTime =
                place.waiter.queued().toEpochMilli() == now.queuedAt().toEpochMilli();
        boolean sameSleep = place.waiter.asleep() == (now.aside().snooze() != null);
        return !sameTime || !sameSleep || !Objects.equals(place.department(), now.department());
    }
}
