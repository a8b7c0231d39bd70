package org.deskbell.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.deskbell.settings.Refused;

/** Reads and writes the sites' tables, and tells of every change. */
@ApplicationScoped
@Transactional
class SiteRows {
    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Clock clock;

    @Inject
    private Event<SiteChanged> changes;

    @Inject
    private Event<SiteGoes> going;

    @Inject
    private Departments departments;

    List<Site> all() {
        Map<Long, List<Department>> theirs = departments.bySite();
        return rows.createQuery("select s from SiteRow s order by s.id", SiteRow.class)
                .getResultStream()
                .map(row -> row.toSite(theirs.getOrDefault(row.id, List.of())))
                .toList();
    }

    Site create(SiteDraft draft) {
        if (taken(draft.key(), -1)) {
            throw new Refused("key-taken");
        }
        SiteRow row = new SiteRow(
                Secrets.identitySecret(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
        row.become(draft);
        rows.persist(row);
        rows.flush();
        return told(row);
    }

    /** Refuses {@code changed} when somebody else was quicker since {@code version}. */
    Site update(SiteId id, int version, SiteDraft draft) {
        SiteRow row = current(id, version);
        if (taken(draft.key(), row.id)) {
            throw new Refused("key-taken");
        }
        row.become(draft);
        rows.flush();
        return told(row);
    }

    Site receive(SiteId id, int version, Manners manners) {
        SiteRow row = current(id, version);
        row.receive(manners);
        rows.flush();
        return told(row);
    }

    Site open(SiteId id, int version, Hours hours) {
        SiteRow row = current(id, version);
        row.open(hours);
        rows.flush();
        return told(row);
    }

    Site rotateSecret(SiteId id, int version) {
        SiteRow row = current(id, version);
        row.identitySecret = Secrets.identitySecret();
        rows.flush();
        return told(row);
    }

    /** What belongs to it goes first, in the rooms that have it; the site as it was comes back. */
    Site delete(SiteId id) {
        SiteRow row = held(id);
        try {
            going.fire(new SiteGoes(id));
            departments.removeAll(id);
            rows.remove(row);
            rows.flush();
        } catch (PersistenceException somethingCameMeanwhile) {
            throw new Refused("site-used");
        }
        changes.fire(new SiteChanged(id));
        return row.toSite(List.of());
    }

    /** Locked: of two who save at the same moment, the second sees the first one's version. */
    private SiteRow current(SiteId id, int version) {
        SiteRow row = held(id);
        if (row.version != version) {
            throw new Refused("changed");
        }
        return row;
    }

    private SiteRow held(SiteId id) {
        SiteRow row = rows.find(SiteRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new Refused("unknown-site");
        }
        return row;
    }

    private boolean taken(String key, long except) {
        return rows.createQuery("select s.id from SiteRow s where s.siteKey = ?1", Long.class)
                .setParameter(1, key)
                .getResultStream()
                .anyMatch(id -> id != except);
    }

    private Site told(SiteRow row) {
        changes.fire(new SiteChanged(new SiteId(row.id)));
        return row.toSite(departments.bySite().getOrDefault(row.id, List.of()));
    }
}
