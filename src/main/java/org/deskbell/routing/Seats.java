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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbell.settings.Refused;
import org.deskbell.staff.AgentId;

/** How many open conversations each agent may be given, and when he was given the last one, in the store. */
@ApplicationScoped
@Transactional
public class Seats {
    /** Of an agent for whom nothing was chosen. */
    public static final int USUAL = 5;

    public static final int MOST = 100;

    /** {@code given} is null where he was given none yet. */
    record Seat(int capacity, Instant given) {
        static final Seat FRESH = new Seat(USUAL, null);
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
        SeatRow known = em.find(SeatRow.class, agent.value());
        if (known == null) em.persist(new SeatRow(agent, capacity, null));
        else known.capacity = capacity;
        changes.fire(new RulesChanged());
    }

    /** Of all who have a row. */
    Map<AgentId, Seat> all() {
        Map<AgentId, Seat> all = new HashMap<>();
        em.createQuery("select s.agentId, s.capacity, s.givenAt from SeatRow s", Object[].class)
                .getResultStream()
                .forEach(row -> {
                    Instant given = row[2] == null ? null : ((OffsetDateTime) row[2]).toInstant();
                    all.put(new AgentId((Long) row[0]), new Seat((Integer) row[1], given));
                });
        return all;
    }

    /** These were given one at this moment, in this order: each a millisecond after the one before. */
    void given(List<AgentId> agents, Instant at) {
        for (int i = 0; i < agents.size(); i++) {
            given(agents.get(i), at.plusMillis(i).atOffset(ZoneOffset.UTC));
        }
    }

    /** This column alone: the number may be changed by an administrator at this moment. */
    private void given(AgentId agent, OffsetDateTime at) {
        int known = em.createQuery("update SeatRow s set s.givenAt = :at where s.agentId = :agent")
                .setParameter("at", at)
                .setParameter("agent", agent.value())
                .executeUpdate();
        if (known == 0) em.persist(new SeatRow(agent, USUAL, at));
    }
}
