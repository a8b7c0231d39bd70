package org.deskbell.answers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.deskbell.settings.Refused;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;

/** Finds and keeps the rows of answers; callers bring the transaction. */
@ApplicationScoped
class AnswerRows {
    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Clock clock;

    /** All that are there of an agent's own, or of those that all share (null), by shortcut. */
    List<AnswerRow> of(AgentId owner) {
        String whose = owner == null ? "a.agentId is null" : "a.agentId = :owner";
        TypedQuery<AnswerRow> query = rows.createQuery(
                "select a from AnswerRow a where a.removedAt is null and " + whose + " order by a.shortcut, a.id",
                AnswerRow.class);
        if (owner != null) query.setParameter("owner", owner.value());
        return query.getResultList();
    }

    /** Locked until the transaction ends: of two who change it, the second sees what the first one did. */
    Optional<AnswerRow> held(long id) {
        return Optional.ofNullable(rows.find(AnswerRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<AnswerRow> byId(long id) {
        return Optional.ofNullable(rows.find(AnswerRow.class, id));
    }

    Optional<AnswerRow> byShortcut(String scope, String shortcut) {
        return rows.createQuery(
                        "select a from AnswerRow a where a.scope = :scope and a.shortcut = :shortcut", AnswerRow.class)
                .setParameter("scope", scope)
                .setParameter("shortcut", shortcut)
                .getResultStream()
                .findFirst();
    }

    /** Refuses {@code shortcut-taken} where somebody was quicker with the same one. */
    AnswerRow kept(AnswerRow row) {
        try {
            rows.persist(row);
            rows.flush();
            return row;
        } catch (PersistenceException takenMeanwhile) {
            throw new Refused("shortcut-taken");
        }
    }

    /** What was removed this long ago is not brought back any more. */
    void forgetRemovedBefore(OffsetDateTime when) {
        rows.createQuery("delete from AnswerRow a where a.removedAt < :when")
                .setParameter("when", when)
                .executeUpdate();
    }

    boolean anyOf(SiteId site) {
        return rows.createQuery("select count(a) from AnswerRow a where a.siteId = :site", Long.class)
                        .setParameter("site", site.value())
                        .getSingleResult()
                > 0;
    }

    void deleteOf(SiteId site) {
        rows.createQuery("delete from AnswerRow a where a.siteId = :site")
                .setParameter("site", site.value())
                .executeUpdate();
    }

    OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
