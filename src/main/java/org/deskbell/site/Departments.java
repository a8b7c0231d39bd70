package org.deskbell.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deskbell.settings.Refused;

/**
 * The departments of the sites. Changing refuses {@code required}, {@code bad-name} (over 100 characters),
 * {@code bad-text}, {@code department-taken} (upper and lower case are the same), {@code department-used},
 * {@code unknown-department} or {@code unknown-site}.
 */
@ApplicationScoped
@Transactional
public class Departments {
    private static final int LONGEST = 100;

    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Event<SiteChanged> changes;

    @Inject
    private Event<DepartmentGoes> going;

    public Department add(SiteId site, String name) {
        DepartmentRow row = new DepartmentRow(site, fit(name));
        hold(site);
        free(row);
        rows.persist(row);
        return told(row);
    }

    public Department rename(SiteId site, long id, String name) {
        String fit = fit(name);
        hold(site);
        DepartmentRow row = known(site, id);
        row.name = fit;
        free(row);
        return told(row);
    }

    /** New conversations begin in it where nobody names another; null: in none. */
    public void enterBy(SiteId site, Long id) {
        hold(site);
        if (id != null) known(site, id);
        for (DepartmentRow row : of(site.value())) row.entrance = row.id.equals(id);
        rows.flush();
        changes.fire(new SiteChanged(site));
    }

    /** Its agents stay agents; only what they were in it ends. */
    public void remove(SiteId site, long id) {
        hold(site);
        DepartmentRow row = known(site, id);
        going.fire(new DepartmentGoes(id));
        rows.createNativeQuery("delete from agent_department where department_id = ?")
                .setParameter(1, id)
                .executeUpdate();
        rows.remove(row);
        try {
            told(row);
        } catch (PersistenceException somethingCameMeanwhile) {
            throw new Refused("department-used");
        }
    }

    /** By the site's id, each in the order of their names. */
    Map<Long, List<Department>> bySite() {
        return rows.createQuery("select d from DepartmentRow d order by lower(d.name), d.id", DepartmentRow.class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.siteId, Collectors.mapping(DepartmentRow::toDepartment, Collectors.toList())));
    }

    /** All of a site that is about to go itself. */
    void removeAll(SiteId site) {
        rows.createNativeQuery("delete from agent_department where department_id in"
                        + " (select id from department where site_id = ?)")
                .setParameter(1, site.value())
                .executeUpdate();
        rows.createQuery("delete from DepartmentRow d where d.siteId = :site")
                .setParameter("site", site.value())
                .executeUpdate();
    }

    private static String fit(String name) {
        String fit = name == null ? "" : name.strip();
        if (fit.isEmpty()) throw new Refused("required");
        if (fit.length() > LONGEST) throw new Refused("bad-name");
        if (fit.chars().anyMatch(Character::isISOControl)) throw new Refused("bad-text");
        return fit;
    }

    /** One change of a site's departments at a time: of two who choose the same name, the second sees the first one's. */
    private void hold(SiteId site) {
        if (rows.find(SiteRow.class, site.value(), LockModeType.PESSIMISTIC_WRITE) == null) {
            throw new Refused("unknown-site");
        }
    }

    private void free(DepartmentRow wanted) {
        boolean taken = others(wanted).stream().anyMatch(other -> other.name.equalsIgnoreCase(wanted.name));
        if (taken) throw new Refused("department-taken");
    }

    private List<DepartmentRow> others(DepartmentRow than) {
        return of(than.siteId).stream().filter(row -> !row.id.equals(than.id)).toList();
    }

    private List<DepartmentRow> of(long site) {
        return rows.createQuery("select d from DepartmentRow d where d.siteId = :site", DepartmentRow.class)
                .setParameter("site", site)
                .getResultList();
    }

    private DepartmentRow known(SiteId site, long id) {
        DepartmentRow row = rows.find(DepartmentRow.class, id);
        if (row == null || row.siteId != site.value()) throw new Refused("unknown-department");
        return row;
    }

    private Department told(DepartmentRow row) {
        rows.flush();
        changes.fire(new SiteChanged(new SiteId(row.siteId)));
        return row.toDepartment();
    }
}
