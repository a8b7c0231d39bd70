package org.deskbell.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskbell.conversation.ConversationId;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;

/**
 * Decides who gets which waiting conversation: the one that waits longest is looked at first, and one that nobody may have holds up no
 * other. Of those who have room, who answers in the visitor's language comes first; nobody waits for one of them. Pure.
 */
final class Dispatcher {
    /**
     * One that waits. {@code department} and {@code language} of its visitor may be null; {@code before}: to whom it goes first where he has room, or
     * null; {@code not}: who does not get it.
     */
    record Waits(
            ConversationId conversation,
            SiteId site,
            Long department,
            String language,
            Way way,
            AgentId before,
            Set<AgentId> not) {}

    /** One who takes conversations. {@code given}: when he was given the last one, or null; {@code languages}: in which he answers, empty where nothing is known. */
    record Taker(AgentId agent, Remit remit, int open, int capacity, Instant given, Set<String> languages) {
        /** 0 where he answers in this language, 1 where nothing is known of one of them, 2 where he answers in others. */
        int strangeness(String language) {
            if (language == null || languages.isEmpty()) return 1;
            return languages.contains(language) ? 0 : 2;
        }
    }

    record Pair(ConversationId conversation, AgentId agent) {}

    private static final Comparator<Place> TURNS = Comparator.comparingInt(place -> place.turn);
    private static final Comparator<Place> LOAD =
            Comparator.<Place>comparingInt(place -> place.open).thenComparing(TURNS);

    /** A taker while it is being decided; {@code turn} grows with each that is given to anybody. */
    private static final class Place {
        final Taker taker;
        int open;
        int turn;

        Place(Taker taker, int turn) {
            this.taker = taker;
            open = taker.open;
            this.turn = turn;
        }

        boolean fits(Waits waits) {
            return open < taker.capacity
                    && taker.remit.answersFor(waits.site, waits.department)
                    && !waits.not.contains(taker.agent);
        }
    }

    private final Map<AgentId, Place> places = new HashMap<>();
    private int room;
    private int turn;

    Dispatcher(List<Taker> takers) {
        List<Taker> inTurn = new ArrayList<>(takers);
        inTurn.sort(Comparator.comparing(Taker::given, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(taker -> taker.agent.value()));
        for (Taker each : inTurn) {
            if (each.open >= each.capacity) continue;
            places.put(each.agent, new Place(each, turn++));
            room += each.capacity - each.open;
        }
    }

    /** How many more can be given. */
    int room() {
        return room;
    }

    /** Departments for which nobody who has room may act: what waits there need not be looked at. */
    Set<Long> closed() {
        Set<Long> closed = null;
        for (Place place : places.values()) {
            if (place.open >= place.taker.capacity) continue;
            if (closed == null) closed = new HashSet<>(place.taker.remit.closed());
            else closed.retainAll(place.taker.remit.closed());
        }
        return closed == null ? Set.of() : closed;
    }

    /** Gives out these, in their order, as far as there is room. */
    List<Pair> give(List<Waits> waiting) {
        List<Pair> pairs = new ArrayList<>();
        for (Waits each : waiting) {
            if (room == 0) break;
            Place place = placeFor(each);
            if (place == null) continue;
            pairs.add(new Pair(each.conversation, place.taker.agent));
            place.open++;
            place.turn = turn++;
            room--;
        }
        return pairs;
    }

    private Place placeFor(Waits waits) {
        Place known = waits.before == null ? null : places.get(waits.before);
        if (known != null && known.fits(waits)) return known;
        return places.values().stream()
                .filter(place -> place.fits(waits))
                .min(Comparator.<Place>comparingInt(place -> place.taker.strangeness(waits.language))
                        .thenComparing(waits.way == Way.LOAD ? LOAD : TURNS))
                .orElse(null);
    }
}
