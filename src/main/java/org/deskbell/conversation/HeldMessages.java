package org.deskbell.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.deskbell.settings.Refused;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorForgotten;
import org.deskbell.visitor.VisitorId;
import org.deskbell.visitor.VisitorsMerged;

/**
 * What agents have said and may still take back, in the database: neither a node that stops nor a lost connection loses it. Whether a message is
 * taken back or said, its row decides; once it is claimed to be said, it is too late.
 */
@ApplicationScoped
@Transactional
public class HeldMessages {
    /** Of one agent at a time. */
    static final int MOST = 20;

    /** For how long nobody else says what was claimed; the log takes a message but once, whoever says it. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration NEXT = Duration.ofMillis(1);
    private static final int LOOKED_AT = 100;
    private static final int TRIES = 100;
    private static final VisitorId NOBODY = new VisitorId(0);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Conversations conversations;

    @Inject
    private Clock clock;

    /**
     * Keeps it for so long, behind what this agent holds already; with the same ref it is the same message, whatever it says. How long it may still be taken
     * back, nothing or less where it is just being said; empty where it was taken back. Not for what is in the log already.
     *
     * @throws Refused busy where this agent holds 20 already
     */
    public Optional<Duration> keep(HeldMessage message, Duration hold) {
        HeldRow had = em.find(HeldRow.class, HeldRow.id(message.agent(), message.ref()));
        if (had != null) return had.isWithdrawn() ? Optional.empty() : Optional.of(left(had));
        List<HeldRow> before = of(message.agent());
        if (before.size() >= MOST) throw new Refused("busy");
        OffsetDateTime due = now().plus(hold);
        // What was said first is due first.
        for (HeldRow one : before) if (one.tries == 0 && !one.dueAt.isBefore(due)) due = one.dueAt.plus(NEXT);
        HeldRow row = HeldRow.of(message, due);
        em.persist(row);
        return Optional.of(left(row));
    }

    private Duration left(HeldRow row) {
        return row.tries > 0 ? Duration.ZERO : Duration.between(now(), row.nextAt);
    }

    /**
     * Takes it back: false where it is said, or being said. One that has not come yet will not be said when it comes, within ten minutes.
     */
    public boolean withdraw(AgentId agent, ConversationId conversation, String ref) {
        HeldRow row = em.find(HeldRow.class, HeldRow.id(agent, ref), LockModeType.PESSIMISTIC_WRITE);
        if (row != null) {
            boolean said = row.tries > 0 || conversations.said(agent, ref).isPresent();
            if (!said) row.withdraw();
            return row.isWithdrawn();
        }
        if (conversations.said(agent, ref).isPresent()) return false;
        HeldMessage never = new HeldMessage(agent, "", ref, conversation, NOBODY, "", List.of(), 0, List.of(), false);
        HeldRow mark = HeldRow.of(never, now());
        mark.withdraw();
        em.persist(mark);
        return true;
    }

    /** What is due, in the order it was said; nobody else gets it for as long as {@link #LEASE}. */
    public List<HeldMessage> claim() {
        OffsetDateTime now = now();
        List<HeldRow> due = rows("m.nextAt <= :now", "m.nextAt, m.dueAt")
                .setParameter("now", now)
                .setMaxResults(LOOKED_AT)
                .getResultList();
        return due.stream()
                .filter(row -> isMine(row, now))
                .map(HeldRow::toMessage)
                .toList();
    }

    private boolean isMine(HeldRow row, OffsetDateTime now) {
        return em.createQuery("update HeldRow m set m.tries = m.tries + 1, m.nextAt = :later"
                                + " where m.id = :id and m.tries = :tries and m.nextAt is not null")
                        .setParameter("later", now.plus(LEASE))
                        .setParameter("id", row.id)
                        .setParameter("tries", row.tries)
                        .executeUpdate()
                == 1;
    }

    /** Everything this agent holds is due now; whether there was anything. */
    public boolean hurry(AgentId agent) {
        return hurried(agent, "").executeUpdate() > 0;
    }

    /** What this agent holds in one conversation is due now; whether there was anything. */
    public boolean hurry(AgentId agent, ConversationId conversation) {
        return hurried(agent, " and m.conversationId = :conversation")
                        .setParameter("conversation", conversation.value())
                        .executeUpdate()
                > 0;
    }

    private Query hurried(AgentId agent, String which) {
        return em.createQuery("update HeldRow m set m.nextAt = :now"
                        + " where m.agentId = :agent and m.tries = 0 and m.nextAt is not null" + which)
                .setParameter("now", now())
                .setParameter("agent", agent.value());
    }

    /** It will not be said. It is remembered as what was taken back, for a console that has not heard of it and says it again. */
    public void refused(HeldMessage message) {
        HeldRow row =
                em.find(HeldRow.class, HeldRow.id(message.agent(), message.ref()), LockModeType.PESSIMISTIC_WRITE);
        if (row != null) row.withdraw();
    }

    /** It is in the log. */
    public void done(HeldMessage message) {
        em.createQuery("delete from HeldRow m where m.id = :id")
                .setParameter("id", HeldRow.id(message.agent(), message.ref()))
                .executeUpdate();
    }

    /**
     * It could not be said now: it is due again in two seconds, and what this agent said after it not before. After a hundred tries it is given
     * up.
     */
    public void later(HeldMessage message) {
        String id = HeldRow.id(message.agent(), message.ref());
        HeldRow row = em.find(HeldRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.isWithdrawn()) return;
        if (row.tries >= TRIES) {
            em.remove(row);
            return;
        }
        OffsetDateTime again = now().plus(AGAIN);
        OffsetDateTime due = row.dueAt;
        row.nextAt = again;
        em.flush();
        // By a statement: what is taken back meanwhile stays taken back.
        em.createQuery("update HeldRow m set m.nextAt = :again where m.agentId = :agent and m.tries = 0"
                        + " and m.nextAt < :again and m.dueAt > :due")
                .setParameter("again", again)
                .setParameter("agent", message.agent().value())
                .setParameter("due", due)
                .executeUpdate();
    }

    /** Deletes what was taken back long ago. */
    public void sweep() {
        em.createQuery("delete from HeldRow m where m.nextAt is null and m.dueAt < :before")
                .setParameter("before", now().minus(REMEMBERED))
                .executeUpdate();
    }

    void onForgotten(@Observes VisitorForgotten forgotten) {
        em.createQuery("delete from HeldRow m where m.visitorId = :visitor")
                .setParameter("visitor", forgotten.visitor().value())
                .executeUpdate();
    }

    void onMerged(@Observes VisitorsMerged merged) {
        em.createQuery("update HeldRow m set m.visitorId = :into where m.visitorId = :from")
                .setParameter("into", merged.into().value())
                .setParameter("from", merged.from().value())
                .executeUpdate();
    }

    private List<HeldRow> of(AgentId agent) {
        return rows("m.agentId = :agent", "m.dueAt")
                .setParameter("agent", agent.value())
                .getResultList();
    }

    private TypedQuery<HeldRow> rows(String which, String order) {
        return em.createQuery(
                "select m from HeldRow m where m.nextAt is not null and " + which + " order by " + order,
                HeldRow.class);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
