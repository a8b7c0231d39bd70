package org.deskbell.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A mail as the table has it: with its address while it waits, and as a mark for counting afterwards. Does not leave the room. */
@Entity
@Table(name = "mail")
class MailRow extends Posted {
    @Column(name = "site_id")
    long siteId;

    @Column(name = "visitor_id")
    long visitorId;

    String ref;

    @Column(name = "address_mark")
    String addressMark;

    String zone;

    @Override
    Mail toMail(int claimed) {
        return new Mail(id, claimed, conversation(), address, language, zone, null);
    }
}
