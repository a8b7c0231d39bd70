package org.deskbell.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Collectors;
import org.deskbell.settings.Refused;
import org.deskbell.site.SiteGoes;
import org.deskbell.site.SiteId;

/** Which sites tell agents by mail of what is unread, in the store: every node goes by what stands there. */
@ApplicationScoped
@Transactional
public class Reminders {
    @PersistenceContext
    private EntityManager em;

    public Reminder of(SiteId site) {
        ReminderRow row = em.find(ReminderRow.class, site.value());
        return row == null ? Reminder.USUAL : row.toReminder();
    }

    /** Refuses {@code bad-number} where the minutes are not from 1 to {@link Reminder#MOST_MINUTES}. */
    public void change(SiteId site, Reminder reminder) {
        boolean fits = reminder.minutes() >= 1 && reminder.minutes() <= Reminder.MOST_MINUTES;
        if (!fits) throw new Refused("bad-number");
        ReminderRow row = em.find(ReminderRow.class, site.value());
        if (row == null) em.persist(new ReminderRow(site, reminder));
        else row.take(reminder);
    }

    /** Of the sites that do. */
    Map<SiteId, Reminder> sending() {
        return em.createQuery("select r from ReminderRow r where r.sends = true", ReminderRow.class)
                .getResultStream()
                .collect(Collectors.toMap(row -> new SiteId(row.siteId), ReminderRow::toReminder));
    }

    void onSiteGoes(@Observes SiteGoes going) {
        em.createQuery("delete from ReminderRow r where r.siteId = :site")
                .setParameter("site", going.site().value())
                .executeUpdate();
    }
}
