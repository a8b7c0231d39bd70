package org.deskbell.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.deskbell.site.SiteGoes;
import org.deskbell.visitor.VisitorForgotten;
import org.deskbell.visitor.VisitorsMerged;

/** Which files nobody may see any more, from the moment it is decided; their bytes go afterwards. */
@ApplicationScoped
@Transactional
public class Unwanted {
    private static final System.Logger LOG = System.getLogger(Unwanted.class.getName());

    /** How long an upload waits to be said. */
    private static final Duration WAITS = Duration.ofDays(1);

    private static final int AT_ONCE = 1_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Places places;

    @Inject
    private Clock clock;

    /** Uploads that were never said. */
    void leftBehind() {
        em.createQuery("update AttachmentRow a set a.goneAt = :now where a.goneAt is null and a.seq is null"
                        + " and a.uploadedAt < :before")
                .setParameter("now", now())
                .setParameter("before", now().minus(WAITS))
                .executeUpdate();
    }

    /** His files go; what agents sent him belongs to what was said. */
    void onForgotten(@Observes VisitorForgotten forgotten) {
        em.createQuery("update AttachmentRow a set a.goneAt = :now where a.goneAt is null and a.byKind = 'visitor'"
                        + " and a.byId = :visitor")
                .setParameter("now", now())
                .setParameter("visitor", forgotten.visitor().value())
                .executeUpdate();
    }

    void onMerged(@Observes VisitorsMerged merged) {
        em.createQuery("update AttachmentRow a set a.byId = :into where a.byKind = 'visitor' and a.byId = :from")
                .setParameter("into", merged.into().value())
                .setParameter("from", merged.from().value())
                .executeUpdate();
    }

    void onSiteGoes(@Observes SiteGoes going) {
        em.createQuery("update AttachmentRow a set a.goneAt = :now where a.goneAt is null and a.siteId = :site")
                .setParameter("now", now())
                .setParameter("site", going.site().value())
                .executeUpdate();
    }

    /** Some of those whose bytes have to go. */
    List<String> some() {
        return em.createQuery("select a.id from AttachmentRow a where a.goneAt is not null", String.class)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** The bytes, then the row; false where another node was quicker, or the bytes cannot be reached from here. */
    boolean delete(String id) {
        AttachmentRow row = em.find(AttachmentRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) return false;
        try {
            places.of(row.place).delete(id);
        } catch (IOException unreachable) {
            LOG.log(Level.WARNING, "The bytes of a file could not be deleted: {0}", unreachable.getMessage());
            return false;
        }
        em.remove(row);
        return true;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
