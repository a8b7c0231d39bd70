package org.deskbell.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.deskbell.site.SiteId;

/** What a site chose of mails to agents, as the table has it; does not leave the room. */
@Entity
@Table(name = "site_reminder")
class ReminderRow {
    @Id
    @Column(name = "site_id")
    long siteId;

    boolean sends;
    int minutes;

    protected ReminderRow() {}

    /** Whole from the beginning: Hibernate inserts what a row holds when it is handed over. */
    ReminderRow(SiteId site, Reminder reminder) {
        siteId = site.value();
        take(reminder);
    }

    void take(Reminder reminder) {
        sends = reminder.sends();
        minutes = reminder.minutes();
    }

    Reminder toReminder() {
        return new Reminder(sends, minutes);
    }
}
