package org.deskbell.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.deskbell.site.SiteId;

/** A site's patience as the table has it; does not leave the room. */
@Entity
@Table(name = "site_patience")
class PatienceRow {
    @Id
    @Column(name = "site_id")
    long siteId;

    boolean ends;
    int minutes;
    String message;

    protected PatienceRow() {}

    /** Whole from the beginning: Hibernate inserts what a row holds when it is handed over. */
    PatienceRow(SiteId site, Patience patience) {
        siteId = site.value();
        take(patience);
    }

    void take(Patience patience) {
        ends = patience.ends();
        minutes = patience.minutes();
        message = patience.message();
    }

    Patience toPatience() {
        return new Patience(ends, minutes, message);
    }
}
