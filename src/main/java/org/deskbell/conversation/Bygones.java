package org.deskbell.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deskbell.site.SiteId;
import org.deskbell.visitor.VisitorId;

/** What a visitor may read again: his own closed conversations on his site, and of them what was for him. */
@ApplicationScoped
@Transactional
public class Bygones {
    /** Entries at the end of a log that are looked through for who answered. */
    private static final int NEAR_END = 100;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Conversations conversations;

    /** His conversation of this name; empty where there is none, or it is not his. */
    public Optional<Conversation> own(VisitorId visitor, SiteId site, String publicId) {
        return conversations
                .byPublicId(publicId)
                .filter(found -> found.visitor().equals(visitor) && found.site().equals(site));
    }

    /** Those that began before this one, newest first. Read by the index of a visitor's conversations, so that their number costs nothing. */
    public List<Bygone> before(Conversation one, VisitorId visitor, int most) {
        List<Conversation> closed = em.createQuery(
                        "select c from ConversationRow c where c.visitorId = :visitor and c.siteId = :site"
                                + " and c.status = 'closed' and c.id < :before order by c.id desc",
                        ConversationRow.class)
                .setParameter("visitor", visitor.value())
                .setParameter("site", one.site().value())
                .setParameter("before", one.id().value())
                .setMaxResults(most)
                .getResultStream()
                .map(ConversationRow::toConversation)
                .toList();
        if (closed.isEmpty()) return List.of();
        Map<ConversationId, List<String>> agents = agents(closed);
        Map<ConversationId, Entry> wordless = wordless(closed);
        Map<ConversationId, Integer> stars = conversations.ratings(closed);
        return closed.stream()
                .map(c -> new Bygone(
                        c, agents.getOrDefault(c.id(), List.of()), said(c, wordless.get(c.id())), stars.get(c.id())))
                .toList();
    }

    /** The last message; one without words is read, since it may be files, or gone. */
    static Bygone.Said said(Conversation of, Entry wordless) {
        Conversation.Last last = of.last();
        if (last == null) return null;
        if (wordless == null) return new Bygone.Said(last.at(), last.by(), last.text(), false);
        return new Bygone.Said(last.at(), last.by(), wordless.inWords(), wordless.isRemoved());
    }

    private Map<ConversationId, List<String>> agents(List<Conversation> of) {
        List<Object[]> said = em.createQuery(
                        "select e.conversationId, e.byName, min(e.seq) from EntryRow e, ConversationRow c where c.id in :ids"
                                + " and e.conversationId = c.id and e.seq > c.lastSeq - "
                                + NEAR_END
                                + " and e.kind = 'posted' and e.byKind = 'agent' and e.byName is not null"
                                + " group by e.conversationId, e.byName order by min(e.seq)",
                        Object[].class)
                .setParameter("ids", ids(of))
                .getResultList();
        Map<ConversationId, List<String>> names = new HashMap<>();
        for (Object[] row : said) {
            names.computeIfAbsent(new ConversationId((Long) row[0]), id -> new ArrayList<>())
                    .add((String) row[1]);
        }
        return names;
    }

    private Map<ConversationId, Entry> wordless(List<Conversation> of) {
        List<Conversation> silent = of.stream()
                .filter(c -> c.last() != null && c.last().text().isEmpty())
                .toList();
        if (silent.isEmpty()) return Map.of();
        return em.createQuery(
                        "select e from EntryRow e, ConversationRow c where c.id in :ids"
                                + " and e.conversationId = c.id and e.seq = c.lastMessageSeq",
                        EntryRow.class)
                .setParameter("ids", ids(silent))
                .getResultStream()
                .map(EntryRow::toEntry)
                .collect(Collectors.toMap(Entry::conversation, entry -> entry));
    }

    private static List<Long> ids(Collection<Conversation> of) {
        return of.stream().map(c -> c.id().value()).toList();
    }
}
