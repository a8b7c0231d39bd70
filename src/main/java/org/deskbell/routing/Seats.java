package org.deskbell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deskbell.settings.Refused;
import org.deskbell.staff.AgentId;

/** How many open conversations each agent may be given, in which languages he answers, and when he was given the last one, in the store. */
@ApplicationScoped
@Transactional
public class Seats {
    /** Of an agent for whom nothing was chosen. */
    public static final int USUAL = 5;

    public static final int MOST = 100;

    public static final int MOST_LANGUAGES = 20;

    /** {@code given} is null where he was given none yet; {@code languages} is empty where nothing was said of them. */
    record Seat(int capacity, Instant given, Set<String> languages) {
        static final Seat FRESH = new Seat(USUAL, null, Set.of());
    }

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Event<RulesChanged> changes;

    public int capacityOf(AgentId agent) {
        SeatRow row = em.find(SeatRow.class, agent.value());
        return row == null ? USUAL : row.capacity;
    }

    /** Refuses {@code bad-number} where it is not from 1 to {@link #MOST}. */
    public void change(AgentId agent, int capacity) {
        if (capacity < 1 || capacity > MOST) throw new Refused("bad-number");
        write(agent, "capacity", capacity, new SeatRow(agent, capacity, null, null));
        changes.fire(new RulesChanged());
    }

    /** The languages he answers in, by their codes; empty where nothing was said of them. */
    public Set<String> languagesOf(AgentId agent) {
        SeatRow row = em.find(SeatRow.class, agent.value());
        return row == null ? Set.of() : words(row.languages);
    }

    /** He answers in these, codes of two or three letters. Refuses {@code too-many-languages} over {@link #MOST_LANGUAGES}. */
    public void speaks(AgentId agent, Set<String> languages) {
        if (languages.size() > MOST_LANGUAGES) throw new Refused("too-many-languages");
        String joined = String.join(" ", new TreeSet<>(languages));
        write(agent, "languages", joined, new SeatRow(agent, USUAL, null, joined));
        changes.fire(new RulesChanged());
    }

    private static Set<String> words(String joined) {
        return joined == null || joined.isEmpty() ? Set.of() : Set.of(joined.split(" "));
    }

    /** Of all who have a row. */
    Map<AgentId, Seat> all() {
        Map<AgentId, Seat> all = new HashMap<>();
        em.createQuery("select s.agentId, s.capacity, s.givenAt, s.languages from SeatRow s", Object[].class)
                .getResultStream()
                .forEach(row -> {
                    Instant given = row[2] == null ? null : ((OffsetDateTime) row[2]).toInstant();
                    all.put(new AgentId((Long) row[0]), new Seat((Integer) row[1], given, words((String) row[3])));
                });
        return all;
    }

    /** These were given one at this moment, in this order: each a millisecond after the one before. */
    void given(List<AgentId> agents, Instant at) {
        Map<AgentId, OffsetDateTime> moments = new TreeMap<>(Comparator.comparing(AgentId::value));
        for (AgentId agent : agents) {
            moments.put(agent, at.plusMillis(moments.size()).atOffset(ZoneOffset.UTC));
        }
        // By their ids: two who write the rows of the same agents must not wait for each other.
        moments.forEach((agent, moment) -> write(agent, "givenAt", moment, new SeatRow(agent, USUAL, moment, null)));
    }

    /** This column alone: somebody else may write the other one at this moment. */
    private void write(AgentId agent, String column, Object value, SeatRow first) {
        if (update(agent, column, value)) return;
        // His first one is written by one at a time.
        Memberships.hold(em, agent);
        if (!update(agent, column, value)) em.persist(first);
    }

    private boolean update(AgentId agent, String column, Object value) {
        return em.createQuery("update SeatRow s set s." + column + " = :value where s.agentId = :agent")
                        .setParameter("value", value)
                        .setParameter("agent", agent.value())
                        .executeUpdate()
                > 0;
    }
}
