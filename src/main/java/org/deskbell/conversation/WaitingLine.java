package org.deskbell.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/** The open conversations nobody has, in the order in which they wait, and what has to be known to give them to somebody. */
@ApplicationScoped
@Transactional
public class WaitingLine {
    /** Of a long conversation no more is looked through. */
    private static final int LOOKED_THROUGH = 200;

    private static final String LATELY =
            " from EntryRow e, ConversationRow c where c.id in :ids and e.conversationId = c.id"
                    + " and e.seq > c.lastSeq - " + LOOKED_THROUGH + " and e.byKind = 'agent'";

    /** As the index over owners has them, in which those without one are a part: the front of a long line is read without the rest. */
    static final String IN_TURN = " order by c.ownerId, c.status, c.queuedAt, c.id";

    @PersistenceContext
    private EntityManager em;

    /**
     * A page of the line, those that wait longest first; those that sleep do not wait.
     *
     * @param closed departments whose conversations are left out
     * @param after the last one of the page before, or null
     */
    public List<Conversation> next(Collection<SiteId> sites, Set<Long> closed, Conversation after, int most) {
        if (sites.isEmpty()) return List.of();
        TypedQuery<ConversationRow> rows = em.createQuery(
                        "select c from ConversationRow c where c.status = 'open' and c.ownerId is null"
                                + " and c.snoozedAt is null and c.siteId in :sites"
                                + (closed.isEmpty()
                                        ? ""
                                        : " and (c.departmentId is null or c.departmentId not in :closed)")
                                + (after == null
                                        ? ""
                                        : " and c.queuedAt >= :after and (c.queuedAt > :after or c.id > :id)")
                                + IN_TURN,
                        ConversationRow.class)
                .setParameter("sites", sites.stream().map(SiteId::value).toList());
        if (!closed.isEmpty()) rows.setParameter("closed", closed);
        if (after != null) {
            rows.setParameter("after", after.queuedAt().atOffset(ZoneOffset.UTC));
            rows.setParameter("id", after.id().value());
        }
        return rows.setMaxResults(most)
                .getResultStream()
                .map(ConversationRow::toConversation)
                .toList();
    }

    /** Those at the front of the line, of all sites, in the order in which they wait, and those that sleep in the places they will have. */
    public List<Waiter> front(int most) {
        return em.createQuery(
                        "select c.id, c.visitorId, c.siteId, c.departmentId, c.queuedAt, c.snoozedAt from ConversationRow c"
                                + " where c.status = 'open' and c.ownerId is null"
                                + IN_TURN,
                        Object[].class)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Waiter(
                        new ConversationId((Long) row[0]),
                        new VisitorId((Long) row[1]),
                        new SiteId((Long) row[2]),
                        (Long) row[3],
                        ((OffsetDateTime) row[4]).toInstant(),
                        row[5] != null))
                .toList();
    }

    /** How many open conversations each of these agents has, left out where none; those that sleep do not count. */
    public Map<AgentId, Integer> loads(Collection<AgentId> agents) {
        Map<AgentId, Integer> loads = new HashMap<>();
        if (agents.isEmpty()) return loads;
        String ids = agents.stream().map(id -> "(" + id.value() + ")").collect(Collectors.joining(", "));
        // Agent by agent: grouped, H2 goes through the whole index of owners, with all that is closed and all that
        // waits.
        List<?> counted = em.createNativeQuery(
                        "select a.id, (select count(*) from conversation c where c.owner_id = a.id"
                                + " and c.status = 'open' and c.snoozed_at is null) from (values " + ids + ") as a(id)")
                .getResultList();
        for (Object each : counted) {
            Object[] row = (Object[]) each;
            int load = ((Number) row[1]).intValue();
            if (load > 0) loads.put(new AgentId(((Number) row[0]).longValue()), load);
        }
        return loads;
    }

    /** For each of these, the agents who are not given it now, since they have given it away or not opened it, see {@link Declined}. */
    public Map<ConversationId, Set<AgentId>> givenAwayBy(Collection<Conversation> waiting, Instant now) {
        if (waiting.isEmpty()) return Map.of();
        Declined declined = new Declined();
        em.createQuery(
                        "select e.conversationId, e.byId, e.text, e.at" + LATELY + " and e.at >= c.queuedAt"
                                + " and (e.kind = 'transferred' or (e.kind = 'released' and e.text = 'handed-back')"
                                + " or (e.kind = 'released' and e.text = '" + Offer.UNANSWERED + "'))",
                        Object[].class)
                .setParameter("ids", ids(waiting))
                .getResultStream()
                .forEach(row -> declined.add(
                        new ConversationId((Long) row[0]),
                        new AgentId((Long) row[1]),
                        Offer.UNANSWERED.equals(row[2]),
                        ((OffsetDateTime) row[3]).toInstant()));
        return declined.by(now);
    }

    /** For each of these whose visitor has talked to an agent before: to whom last, in it or in the one before. */
    public Map<ConversationId, AgentId> talkedTo(Collection<Conversation> waiting) {
        Map<ConversationId, AgentId> last = new HashMap<>();
        if (waiting.isEmpty()) return last;
        Map<Long, AgentId> before = new HashMap<>();
        em.createQuery(
                        "select c.visitorId, c.ownerId from ConversationRow c where c.id in (select max(n.id) from ConversationRow n"
                                + " where n.visitorId in :visitors and n.status = 'closed' and n.ownerId is not null group by n.visitorId)",
                        Object[].class)
                .setParameter(
                        "visitors",
                        waiting.stream().map(each -> each.visitor().value()).toList())
                .getResultStream()
                .forEach(row -> before.put((Long) row[0], new AgentId((Long) row[1])));
        for (Conversation each : waiting) {
            AgentId known = before.get(each.visitor().value());
            if (known != null) last.put(each.id(), known);
        }
        em.createQuery(
                        "select e.conversationId, e.byId" + LATELY
                                + " and e.kind = 'posted' order by e.conversationId, e.seq",
                        Object[].class)
                .setParameter("ids", ids(waiting))
                .getResultStream()
                .forEach(row -> last.put(new ConversationId((Long) row[0]), new AgentId((Long) row[1])));
        return last;
    }

    private static List<Long> ids(Collection<Conversation> of) {
        return of.stream().map(each -> each.id().value()).toList();
    }
}
