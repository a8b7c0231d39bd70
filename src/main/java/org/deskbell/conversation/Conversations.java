package org.deskbell.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.label.LabelId;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorForgotten;
import org.deskbell.visitor.VisitorId;
import org.deskbell.visitor.VisitorsMerged;

/** Conversations and their log, read. Every list has a bound; nothing here changes what was said. */
@ApplicationScoped
@Transactional
public class Conversations {
    /** Null, and so not true, where nobody is. */
    private static final String IS_IN = "concat(concat(',', c.joined), ',') like :in";

    @PersistenceContext
    private EntityManager em;

    public Optional<Conversation> byId(ConversationId id) {
        return Optional.ofNullable(em.find(ConversationRow.class, id.value())).map(ConversationRow::toConversation);
    }

    /** Empty where there is none, whatever the text is. */
    public Optional<Conversation> byPublicId(String publicId) {
        if (!ConversationIds.mayBeOne(publicId)) return Optional.empty();
        return rows("select c from ConversationRow c where c.publicId = :id")
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst()
                .map(ConversationRow::toConversation);
    }

    /** The conversation a visitor is in: his newest. */
    public Optional<Conversation> currentOf(VisitorId visitor) {
        return ofVisitor(visitor, 1).stream().findFirst();
    }

    /** The conversation each of these visitors is in; those who have none are left out. */
    public List<Conversation> currentOf(Collection<VisitorId> visitors) {
        if (visitors.isEmpty()) return List.of();
        return read(
                rows("select c from ConversationRow c where c.id in (select max(n.id) from ConversationRow n"
                                + " where n.visitorId in :visitors group by n.visitorId)")
                        .setParameter(
                                "visitors",
                                visitors.stream().map(VisitorId::value).toList()),
                visitors.size());
    }

    /** The newest conversations of a visitor, newest first. */
    public List<Conversation> ofVisitor(VisitorId visitor, int most) {
        return ofVisitor(visitor, null, most);
    }

    /** Those that began before this one, newest first; {@code before} may be null. */
    public List<Conversation> ofVisitor(VisitorId visitor, Conversation before, int most) {
        return read(
                rows("select c from ConversationRow c where c.visitorId = :visitor and c.id < :before order by c.id desc")
                        .setParameter("visitor", visitor.value())
                        .setParameter(
                                "before",
                                before == null ? Long.MAX_VALUE : before.id().value()),
                most);
    }

    /** One entry of a log. */
    public Optional<Entry> entry(ConversationId id, long seq) {
        return entries("select e from EntryRow e where e.conversationId = :id and e.seq = :seq")
                .setParameter("id", id.value())
                .setParameter("seq", seq)
                .getResultStream()
                .findFirst()
                .map(EntryRow::toEntry);
    }

    /** What this agent has said with this ref, in whatever conversation. */
    public Optional<Entry> said(AgentId agent, String ref) {
        return entries("select e from EntryRow e where e.ref = :ref and e.byKind = 'agent' and e.byId = :agent")
                .setParameter("ref", ref)
                .setParameter("agent", agent.value())
                .getResultStream()
                .findFirst()
                .map(EntryRow::toEntry);
    }

    /** Up to {@code most} entries with a seq above {@code after}, in order. */
    public List<Entry> after(ConversationId id, long after, int most) {
        return entries("select e from EntryRow e where e.conversationId = :id and e.seq > :seq order by e.seq")
                .setParameter("id", id.value())
                .setParameter("seq", after)
                .setMaxResults(most)
                .getResultStream()
                .map(EntryRow::toEntry)
                .toList();
    }

    /**
     * What is behind a seq in each of these conversations, so many entries of each at most, in order for each. The texts stay the same for
     * any number, so that PostgreSQL plans them once; with H2 there is no other node to hear of.
     */
    List<Entry> behind(Map<ConversationId, Long> each, int most) {
        if (each.isEmpty()) return List.of();
        List<?> rows = em.createNativeQuery(
                        "select e.* from unnest(cast(string_to_array(?1, ',') as bigint[]),"
                                + " cast(string_to_array(?2, ',') as bigint[])) as heard(id, seq)"
                                + " cross join lateral (select n.* from entry n where n.conversation_id = heard.id"
                                + " and n.seq > heard.seq order by n.seq limit ?3) e order by e.conversation_id, e.seq",
                        EntryRow.class)
                .setParameter(1, joined(each.keySet().stream().map(ConversationId::value)))
                .setParameter(2, joined(each.values().stream()))
                .setParameter(3, most)
                .getResultList();
        return rows.stream().map(row -> ((EntryRow) row).toEntry()).toList();
    }

    /** Whether an agent has said something in it. */
    public boolean answered(ConversationId id) {
        return !em.createQuery(
                        "select e.seq from EntryRow e where e.conversationId = :id and e.kind = 'posted' and e.byKind = 'agent'",
                        Long.class)
                .setParameter("id", id.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What the agent is called who said something last; empty where none has, or he has no name. */
    public Optional<String> answerer(ConversationId id) {
        List<String> last = em.createQuery(
                        "select e.byName from EntryRow e where e.conversationId = :id and e.kind = 'posted' and e.byKind = 'agent'"
                                + " order by e.seq desc",
                        String.class)
                .setParameter("id", id.value())
                .setMaxResults(1)
                .getResultList();
        return last.isEmpty() ? Optional.empty() : Optional.ofNullable(last.get(0));
    }

    private static String joined(Stream<Long> numbers) {
        return numbers.map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Up to {@code most} entries with a seq below {@code before}, in order: a page of history. */
    public List<Entry> before(ConversationId id, long before, int most) {
        List<Entry> newestFirst = new ArrayList<>(entries("select e from EntryRow e where e.conversationId = :id"
                        + " and e.seq < :seq order by e.seq desc")
                .setParameter("id", id.value())
                .setParameter("seq", before)
                .setMaxResults(most)
                .getResultStream()
                .map(EntryRow::toEntry)
                .toList());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** All open ones outside these departments, those that changed last first. */
    public List<Conversation> open(Set<Long> closed, int most) {
        return read(
                outside(
                        closed,
                        rows("select c from ConversationRow c where c.status = 'open'" + outside(closed)
                                + " order by c.changedAt desc, c.id desc")),
                most);
    }

    private static String outside(Set<Long> closed) {
        return closed.isEmpty() ? "" : " and (c.departmentId is null or c.departmentId not in :closed)";
    }

    private static TypedQuery<ConversationRow> outside(Set<Long> closed, TypedQuery<ConversationRow> query) {
        return closed.isEmpty() ? query : query.setParameter("closed", closed);
    }

    /** Open ones an agent is in beside their owner. */
    public List<Conversation> joinedBy(AgentId agent) {
        return read(
                rows("select c from ConversationRow c where c.status = 'open' and " + IS_IN + " order by c.id")
                        .setParameter("in", in(agent)),
                10_000);
    }

    /** Open ones in which somebody is beside the owner. */
    public List<Conversation> inCompany() {
        return read(
                rows("select c from ConversationRow c where c.status = 'open' and c.joined is not null order by c.id"),
                10_000);
    }

    /** Whether he has joined it at this moment or later. */
    public boolean hasJoined(ConversationId id, AgentId agent, Instant since) {
        return !em.createQuery(
                        "select e.seq from EntryRow e where e.conversationId = :id and e.kind = 'joined' and e.byKind = 'agent'"
                                + " and e.byId = :agent and e.at >= :since",
                        Long.class)
                .setParameter("id", id.value())
                .setParameter("agent", agent.value())
                .setParameter("since", since.atOffset(ZoneOffset.UTC))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private static String in(AgentId agent) {
        return "%," + agent + ",%";
    }

    /** Open ones an agent has. */
    public List<Conversation> ownedBy(AgentId agent) {
        return read(
                rows("select c from ConversationRow c where c.status = 'open' and c.ownerId = :agent order by c.id")
                        .setParameter("agent", agent.value()),
                10_000);
    }

    /** Open ones that are awake and that an agent has had since before this moment. */
    public List<Conversation> ownedBy(AgentId agent, Instant before) {
        return read(
                rows("select c from ConversationRow c where c.status = 'open' and c.ownerId = :agent and c.snoozedAt is null"
                                + " and not exists (select e.seq from EntryRow e where e.conversationId = c.id"
                                + " and e.at >= :before and e.kind in ('claimed', 'transferred')) order by c.id")
                        .setParameter("agent", agent.value())
                        .setParameter("before", before.atOffset(ZoneOffset.UTC)),
                10_000);
    }

    /** The agents who have open conversations. */
    public List<AgentId> owners() {
        return em.createQuery(
                        "select distinct c.ownerId from ConversationRow c where c.status = 'open' and c.ownerId is not null",
                        Long.class)
                .getResultStream()
                .map(AgentId::new)
                .toList();
    }

    /**
     * A page of a box, those that changed last first, older than {@code before} (null: from the newest).
     *
     * @param closed departments whose conversations are left out
     */
    public List<Conversation> box(Box box, Set<Long> closed, Conversation before, int most) {
        String changed = box.open() ? "c.changedAt" : "c.closedAt";
        String query = "select c from ConversationRow c where c.status = :status"
                + (box.owner() == null ? "" : " and (c.ownerId = :owner or " + IS_IN + ")")
                + (box.unowned() ? " and c.ownerId is null" : "")
                + (box.asleep() ? " and c.snoozedAt is not null" : box.open() ? " and c.snoozedAt is null" : "")
                + outside(closed)
                // Bounded first by what the index is sorted by: an "or" alone is a filter over all that is newer.
                + (before == null
                        ? ""
                        : " and " + changed + " <= :before and (" + changed + " < :before or c.id < :id)")
                + " order by " + changed + " desc, c.id desc";
        TypedQuery<ConversationRow> rows =
                outside(closed, rows(query)).setParameter("status", box.open() ? "open" : "closed");
        if (box.owner() != null) {
            rows.setParameter("owner", box.owner().value());
            rows.setParameter("in", in(box.owner()));
        }
        if (before != null) {
            rows.setParameter("before", before.changedAt().atOffset(ZoneOffset.UTC));
            rows.setParameter("id", before.id().value());
        }
        return read(rows, most);
    }

    public List<Conversation> byIds(Collection<ConversationId> ids) {
        if (ids.isEmpty()) return List.of();
        return read(
                rows("select c from ConversationRow c where c.id in :ids")
                        .setParameter(
                                "ids", ids.stream().map(ConversationId::value).toList()),
                ids.size());
    }

    /** Each conversation that changed since then, open or closed. */
    List<Lately> changedSince(Instant since) {
        List<Lately> changed = new ArrayList<>();
        for (String state : List.of("c.status = 'open' and c.changedAt", "c.status = 'closed' and c.closedAt")) {
            em.createQuery(
                            "select c.id, c.lastSeq, c.visitorId from ConversationRow c where " + state + " > :since",
                            Object[].class)
                    .setParameter("since", since.atOffset(ZoneOffset.UTC))
                    .getResultStream()
                    .forEach(
                            row -> changed.add(new Lately((Long) row[0], (Long) row[1], new VisitorId((Long) row[2]))));
        }
        return changed;
    }

    /** How many are open, by owner, department and who is beside the owner. */
    public List<Tally> tallies() {
        return em.createQuery(
                        "select c.ownerId, c.departmentId, c.joined, count(c), count(c.snoozedAt) from ConversationRow c"
                                + " where c.status = 'open' group by c.ownerId, c.departmentId, c.joined",
                        Object[].class)
                .getResultStream()
                .map(row -> new Tally(
                        row[0] == null ? null : new AgentId((Long) row[0]),
                        Aside.agents((String) row[2]),
                        (Long) row[1],
                        new Held(((Number) row[3]).intValue(), ((Number) row[4]).intValue())))
                .toList();
    }

    /** Those that sleep and should not any more. */
    List<Conversation> due(Instant now, int most) {
        return read(
                rows("select c from ConversationRow c where c.status = 'open' and c.snoozedUntil <= :now order by c.snoozedUntil")
                        .setParameter("now", now.atOffset(ZoneOffset.UTC)),
                most);
    }

    /** Those of a site that an agent has, where he has said the last word and nothing has happened since then. */
    List<Conversation> silent(SiteId site, Instant since, int most) {
        return read(
                rows("select c from ConversationRow c where c.status = 'open' and c.siteId = :site and c.ownerId is not null"
                                + " and c.snoozedAt is null and c.lastMessageBy = 'agent' and c.lastMessage <> ''"
                                + " and c.changedAt <= :since order by c.changedAt")
                        .setParameter("site", site.value())
                        .setParameter("since", since.atOffset(ZoneOffset.UTC)),
                most);
    }

    /**
     * Those of a site that are awake and in which a visitor wrote before this moment what no agent has looked at, with an id above {@code after} (null: from
     * the first), by id.
     */
    public List<Conversation> unread(SiteId site, Instant before, ConversationId after, int most) {
        return read(
                rows("select c from ConversationRow c where c.status = 'open' and c.siteId = :site and c.id > :after"
                                + " and c.unread > 0 and c.waitingSince is not null and c.snoozedAt is null"
                                + " and exists (select e.seq from EntryRow e where e.conversationId = c.id"
                                + " and e.seq > c.agentSeen and e.kind = 'posted' and e.byKind = 'visitor' and e.at <= :before)"
                                + " order by c.id")
                        .setParameter("site", site.value())
                        .setParameter("after", after == null ? Long.MIN_VALUE : after.value())
                        .setParameter("before", before.atOffset(ZoneOffset.UTC)),
                most);
    }

    /** Since when there is something in it that its visitor wrote and no agent has looked at; empty where there is nothing. */
    public Optional<Instant> unreadSince(Conversation of) {
        OffsetDateTime since = em.createQuery(
                        "select min(e.at) from EntryRow e where e.conversationId = :id and e.seq > :seen"
                                + " and e.kind = 'posted' and e.byKind = 'visitor'",
                        OffsetDateTime.class)
                .setParameter("id", of.id().value())
                .setParameter("seen", of.agentMarks().seen())
                .getSingleResult();
        return Optional.ofNullable(since).map(OffsetDateTime::toInstant);
    }

    /**
     * Those of a site that were given to one of these agents before this moment, who has not opened them yet. A node of an older version leaves in the row
     * when that was: so it counts only where the end of the log has neither an answer of his nor a new owner since then.
     */
    public List<Conversation> offered(SiteId site, Collection<AgentId> owners, Instant before, int most) {
        if (owners.isEmpty()) return List.of();
        return read(
                rows("select c from ConversationRow c where c.status = 'open' and c.siteId = :site and c.ownerId in :owners"
                                + " and c.offeredTo = c.ownerId and c.offeredAt <= :before and c.snoozedAt is null"
                                + " and not exists (select e.seq from EntryRow e where e.conversationId = c.id"
                                + " and e.seq > c.lastSeq - 200 and e.byKind = 'agent' and e.at > c.offeredAt"
                                + " and (e.kind in ('claimed', 'transferred') or (e.kind = 'posted' and e.byId = c.ownerId)))"
                                + " order by c.offeredAt")
                        .setParameter("site", site.value())
                        .setParameter(
                                "owners", owners.stream().map(AgentId::value).toList())
                        .setParameter("before", before.atOffset(ZoneOffset.UTC)),
                most);
    }

    /** How many have this label, open or closed. Looks at every conversation there is: for the rare question before it is removed. */
    public long labelled(LabelId label) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from conversation where labels is not null and ',' || labels || ',' like ?")
                        .setParameter(1, "%," + label + ",%")
                        .getSingleResult())
                .longValue();
    }

    /** How many wait for an agent, and the longest wait for an answer; those that sleep do not. */
    public Waiting waiting() {
        long unowned = em.createQuery(
                        "select count(c) from ConversationRow c where c.status = 'open' and c.ownerId is null and c.snoozedAt is null",
                        Long.class)
                .getSingleResult();
        OffsetDateTime since = em.createQuery(
                        "select min(c.waitingSince) from ConversationRow c where c.status = 'open' and c.snoozedAt is null",
                        OffsetDateTime.class)
                .getSingleResult();
        return new Waiting(unowned, since == null ? null : since.toInstant());
    }

    /** A visitor turned out to be one his site knows: his conversations, and the refs he used, are that one's. */
    void onMerged(@Observes VisitorsMerged merged) {
        em.createQuery("update ConversationRow c set c.visitorId = :into, c.visitorPublicId = :publicId"
                        + " where c.visitorId = :from")
                .setParameter("into", merged.into().value())
                .setParameter("publicId", merged.intoPublicId())
                .setParameter("from", merged.from().value())
                .executeUpdate();
        em.createNativeQuery("update entry set by_id = ? where by_kind = 'visitor' and by_id = ? and conversation_id in"
                        + " (select id from conversation where visitor_id = ?)")
                .setParameter(1, merged.into().value())
                .setParameter(2, merged.from().value())
                .setParameter(3, merged.into().value())
                .executeUpdate();
    }

    /** A visitor is forgotten: what he said stays, his name does not, nor do the names of his files. */
    void onForgotten(@Observes VisitorForgotten forgotten) {
        em.createNativeQuery("update entry set files = '[]' where by_kind = 'visitor' and files is not null"
                        + " and conversation_id in (select id from conversation where visitor_id = ?)")
                .setParameter(1, forgotten.visitor().value())
                .executeUpdate();
        em.createNativeQuery("update entry set by_name = null where by_kind = 'visitor' and conversation_id in"
                        + " (select id from conversation where visitor_id = ?)")
                .setParameter(1, forgotten.visitor().value())
                .executeUpdate();
    }

    /** The visitor's stars, of those that are closed and were rated. It was said near the end of the log: no more of it is looked through. */
    public Map<ConversationId, Integer> ratings(Collection<Conversation> of) {
        List<Long> closed =
                of.stream().filter(c -> !c.open()).map(c -> c.id().value()).toList();
        if (closed.isEmpty()) return Map.of();
        Map<ConversationId, Integer> stars = new HashMap<>();
        entries("select e from EntryRow e, ConversationRow c where c.id in :ids and e.conversationId = c.id"
                        + " and e.seq > c.lastSeq - 100 and e.kind = 'rated' order by e.seq")
                .setParameter("ids", closed)
                .getResultStream()
                .map(EntryRow::toEntry)
                .forEach(rated -> stars.put(rated.conversation(), rated.text().charAt(0) - '0'));
        return stars;
    }

    private TypedQuery<ConversationRow> rows(String query) {
        return em.createQuery(query, ConversationRow.class);
    }

    private TypedQuery<EntryRow> entries(String query) {
        return em.createQuery(query, EntryRow.class);
    }

    private static List<Conversation> read(TypedQuery<ConversationRow> query, int most) {
        return query.setMaxResults(most)
                .getResultStream()
                .map(ConversationRow::toConversation)
                .toList();
    }
}
