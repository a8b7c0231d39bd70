package org.deskbell.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.deskbell.site.SiteId;

/** A site's own words for one kind of mail in one language, as the table has them; does not leave the room. */
@Entity
@Table(name = "mail_wording")
class WordingRow {
    @Id
    String id;

    @Column(name = "site_id")
    long siteId;

    String kind;
    String language;
    String subject;
    String opening;
    String closing;

    @Version
    int version;

    protected WordingRow() {}

    /** Whole from the beginning: Hibernate inserts what a row holds when it is handed over. */
    WordingRow(SiteId site, MailKind kind, String language, Wording wording) {
        this.id = id(site, kind, language);
        this.siteId = site.value();
        this.kind = kind.word();
        this.language = language;
        take(wording);
    }

    static String id(SiteId site, MailKind kind, String language) {
        return site.value() + " " + kind.word() + " " + language;
    }

    void take(Wording wording) {
        subject = wording.subject();
        opening = wording.opening();
        closing = wording.closing();
    }

    Wording toWording() {
        return new Wording(subject, opening, closing);
    }
}
