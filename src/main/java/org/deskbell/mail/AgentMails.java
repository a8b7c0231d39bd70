package org.deskbell.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deskbell.conversation.ConversationId;

/** The mails to agents, in the database: one for what is unread and for whom, whichever node asks, until it was read. */
@ApplicationScoped
@Transactional
public class AgentMails implements Tray {
    /** To one agent, in an hour. */
    static final int PER_AGENT = 20;

    private static final int SWEPT = 1_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<MailOrdered> ordered;

    /** Of what is unread in these conversations, that of which somebody was told. */
    public Set<Notice.Unread> told(Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) return Set.of();
        return em.createQuery("select m from AgentMailRow m where m.conversationId in :ids", AgentMailRow.class)
                .setParameter(
                        "ids", conversations.stream().map(ConversationId::value).toList())
                .getResultStream()
                .map(AgentMailRow::unread)
                .collect(Collectors.toSet());
    }

    /** It will be sent, once; asked again it is the same mail. False where this agent has had enough for this hour: then it may be asked again. */
    public boolean take(Notice notice) {
        // One at a time, on all nodes: what is one mail stays one, and the limit holds exactly.
        em.createNativeQuery("select id from mail_gate where id = 1 for update").getSingleResult();
        Notice.Unread unread = notice.unread();
        if (told(List.of(unread.conversation())).contains(unread)) return true;
        if (lately(unread) >= PER_AGENT) return false;
        AgentMailRow row = new AgentMailRow();
        row.id = UUID.randomUUID().toString();
        row.conversationId = unread.conversation().value();
        row.agentId = unread.agent().value();
        row.seen = unread.seen();
        row.address = notice.address().text();
        row.language = notice.language();
        row.orderedAt = now();
        row.nextAt = row.orderedAt;
        em.persist(row);
        ordered.fire(new MailOrdered(row.id));
        return true;
    }

    private long lately(Notice.Unread unread) {
        return em.createQuery(
                        "select count(m) from AgentMailRow m where m.agentId = :agent and m.orderedAt > :since",
                        Long.class)
                .setParameter("agent", unread.agent().value())
                .setParameter("since", now().minusHours(1))
                .getSingleResult();
    }

    @Override
    public Optional<Mail> claim() {
        return claims().claim();
    }

    @Override
    public void done(Mail mail) {
        claims().done(mail);
    }

    @Override
    public Optional<Duration> later(Mail mail) {
        return claims().later(mail);
    }

    /** What was read, or has ended, is not remembered longer than a day, and nothing that is as old is sent. */
    @Override
    public int sweep() {
        OffsetDateTime yesterday = now().minusDays(1);
        List<AgentMailRow> late = em.createQuery(
                        "select m from AgentMailRow m where m.nextAt is not null and m.orderedAt < :before",
                        AgentMailRow.class)
                .setParameter("before", yesterday)
                .setMaxResults(SWEPT)
                .getResultList();
        late.forEach(AgentMailRow::close);
        List<String> over = over();
        if (!over.isEmpty())
            em.createQuery("delete from AgentMailRow m where m.id in :ids and m.orderedAt < :before")
                    .setParameter("ids", over)
                    .setParameter("before", yesterday)
                    .executeUpdate();
        return late.size();
    }

    /** The oldest first: who is left over has his turn next time. */
    private List<String> over() {
        List<?> found = em.createNativeQuery(
                        "select m.id from agent_mail m where not exists (select 1 from conversation c"
                                + " where c.id = m.conversation_id and c.status = 'open' and c.agent_seen = m.seen)"
                                + " order by m.ordered_at")
                .setMaxResults(SWEPT)
                .getResultList();
        return found.stream().map(String::valueOf).toList();
    }

    private Claims<AgentMailRow> claims() {
        return new Claims<>(em, AgentMailRow.class, clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
