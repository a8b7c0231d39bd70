package org.deskbell.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    List<Site> all() {
        Map<Long, List<Department>> departments = departments();
        return rows.createQuery("select s from SiteRow s order by s.id", SiteRow.class)
                .getResultStream()
                .map(row -> row.toSite(departments.getOrDefault(row.id, List.of())))
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

    Site rotateSecret(SiteId id, int version) {
        SiteRow row = current(id, version);
        row.identitySecret = Secrets.identitySecret();
        rows.flush();
        return told(row);
    }

    Department addDepartment(SiteId site, String name) {
        DepartmentRow row = new DepartmentRow(site, name);
        rows.persist(row);
        rows.flush();
        changes.fire(new SiteChanged(site));
        return row.toDepartment();
    }

    /** Locked: of two who save at the same moment, the second sees the first one's version. */
    private SiteRow current(SiteId id, int version) {
        SiteRow row = rows.find(SiteRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new Refused("unknown-site");
        }
        if (row.version != version) {
            throw new Refused("changed");
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
        return row.toSite(departments().getOrDefault(row.id, List.of()));
    }

    private Map<Long, List<Department>> departments() {
        return rows.createQuery("select d from DepartmentRow d order by d.name", DepartmentRow.class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.siteId, Collectors.mapping(DepartmentRow::toDepartment, Collectors.toList())));
    }
}
