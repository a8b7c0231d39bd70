package org.deskbell.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.deskbell.visitor.Attributes;
import org.deskbell.visitor.VisitorForgotten;
import org.deskbell.visitor.VisitorId;
import org.deskbell.visitor.Visitors;

/** What a page says of its visitor's conversation, beside the log: it is no part of what was said, and the last word counts. */
@ApplicationScoped
@Transactional
public class Abouts {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Visitors visitors;

    /** What came of it. */
    public enum Outcome {
        /** It is kept, and something is different now. */
        CHANGED,
        /** It was so already. */
        SAME,
        /** There is no room for it; nothing is different. */
        FULL,
        /** The conversation is closed or not his, or he is forgotten; nothing is different. */
        NOT_NOW
    }

    /** By their names; empty where nothing was said. */
    public Map<String, String> of(ConversationId id) {
        AboutRow row = em.find(AboutRow.class, id.value());
        return row == null ? Map.of() : Attributes.ofJson(row.attributes).all();
    }

    /** His page says this of his conversation; a null takes one back. */
    public Outcome say(VisitorId by, ConversationId id, Map<String, String> said) {
        // His tabs may say something at once: under the lock of his row, and what is read is read behind it.
        if (!visitors.hold(by)) return Outcome.NOT_NOW;
        ConversationRow conversation = em.find(ConversationRow.class, id.value());
        if (conversation == null || conversation.visitorId != by.value() || !conversation.status.equals("open"))
            return Outcome.NOT_NOW;
        AboutRow row = em.find(AboutRow.class, id.value());
        Attributes before = row == null ? new Attributes(Map.of()) : Attributes.ofJson(row.attributes);
        Attributes now = before.with(said);
        if (!now.hold(said)) return Outcome.FULL;
        if (now.equals(before)) return Outcome.SAME;
        if (row == null) em.persist(new AboutRow(id, now.json()));
        else row.attributes = now.json();
        return Outcome.CHANGED;
    }

    void onForgotten(@Observes VisitorForgotten forgotten) {
        em.createQuery("delete from AboutRow a where a.conversationId in"
                        + " (select c.id from ConversationRow c where c.visitorId = :visitor)")
                .setParameter("visitor", forgotten.visitor().value())
                .executeUpdate();
    }
}
