package org.deskbell.visitor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.deskbell.settings.Refused;
import org.deskbell.site.SiteId;

/** A visitor as kept. */
@Entity
@Table(name = "visitor")
class VisitorRow {
    /** Who was not seen for so long comes for another visit. */
    private static final Duration VISIT = Duration.ofMinutes(30);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visitor_ids")
    @SequenceGenerator(name = "visitor_ids", sequenceName = "visitor_ids", allocationSize = 50)
    long id;

    @Column(name = "public_id")
    String publicId;

    @Column(name = "site_id")
    long siteId;

    @Column(name = "external_id")
    String externalId;

    String name;
    String email;
    boolean verified;
    String attributes = "{}";
    String language;
    String zone;
    String browser;

    @Column(name = "page_url")
    String pageUrl;

    @Column(name = "page_title")
    String pageTitle;

    String referrer;

    @Column(name = "first_seen_at")
    OffsetDateTime firstSeenAt;

    @Column(name = "last_seen_at")
    OffsetDateTime lastSeenAt;

    @Column(name = "introduced_at")
    OffsetDateTime introducedAt;

    int visits;

    @Column(name = "visit_at")
    OffsetDateTime visitAt;

    boolean forgotten;

    /** He is on the site now: another visit, where he was not seen for a while and it is not known that the last one goes on. */
    void visit(OffsetDateTime now, boolean goesOn) {
        if (visitAt != null && (goesOn || lastSeenAt.plus(VISIT).isAfter(now))) return;
        visits++;
        visitAt = now;
    }

    void learn(Introduction said) {
        if (said.name() != null && !verified) name = said.name();
        if (said.attributes() != null)
            attributes = attributes().with(said.attributes()).json();
        if (said.language() != null) language = said.language();
        if (said.zone() != null) zone = said.zone();
        if (said.browser() != null) browser = said.browser();
        if (said.pageUrl() != null) {
            pageUrl = said.pageUrl();
            pageTitle = said.pageTitle();
        }
        if (said.referrer() != null && referrer == null) referrer = said.referrer();
    }

    /** What he says himself goes before what a page said of him: where there is no room for both, the page's goes. */
    void introduce(Answers said, OffsetDateTime now) {
        if (said.name() != null && !verified) name = said.name();
        if (said.email() != null && !verified) email = said.email();
        Attributes his = new Attributes(said.attributes());
        if (!his.fits()) throw new Refused("too-long");
        Attributes both = attributes().with(said.attributes());
        attributes = (both.hold(said.attributes()) ? both : his).json();
        introducedAt = now;
    }

    void forget() {
        externalId = name = email = language = zone = browser = pageUrl = pageTitle = referrer = null;
        attributes = "{}";
        verified = false;
        introducedAt = visitAt = null;
        visits = 0;
        forgotten = true;
    }

    Visitor toVisitor() {
        return new Visitor(
                new VisitorId(id),
                publicId,
                new SiteId(siteId),
                externalId,
                name,
                email,
                verified,
                attributes().all(),
                language,
                zone,
                browser,
                pageUrl,
                pageTitle,
                referrer,
                firstSeenAt.toInstant(),
                lastSeenAt.toInstant(),
                introducedAt != null,
                visits,
                visitAt == null ? null : visitAt.toInstant());
    }

    private Attributes attributes() {
        return Attributes.ofJson(attributes);
    }
}
