package org.deskbell.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.List;

/** A site as the table has it; does not leave the room. */
@Entity
@Table(name = "site")
class SiteRow {
    @Id
    @SequenceGenerator(name = "site_ids", sequenceName = "site_ids", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "site_ids")
    Long id;

    @Column(name = "site_key")
    String siteKey;

    String name;
    String origins;
    String accent;
    String side;
    String icon;
    String scheme;
    String language;

    @Column(name = "button_label")
    String buttonLabel;

    String title;
    String greeting;
    String consent;

    @Column(name = "hidden_parts")
    String hiddenParts;

    @Column(name = "asset_hosts")
    String assetHosts;

    @Column(name = "identity_secret")
    String identitySecret;

    @Column(name = "identity_required")
    boolean identityRequired;

    @Column(name = "plain_clients")
    boolean plainClients;

    boolean reopens;

    @Column(name = "lists_visitors")
    boolean listsVisitors;

    String form = "[]";
    String offline = Manners.USUAL.offline().word();
    boolean rating = Manners.USUAL.rating();
    boolean transcript = Manners.USUAL.transcript();

    @Column(name = "shows_unsent")
    boolean showsUnsent = Manners.USUAL.unsent();

    String hours;

    @Column(name = "created_at")
    OffsetDateTime createdAt;

    @Version
    int version;

    protected SiteRow() {}

    SiteRow(String secret, OffsetDateTime now) {
        this.identitySecret = secret;
        this.createdAt = now;
    }

    void become(SiteDraft draft) {
        siteKey = draft.key();
        name = draft.name();
        origins = String.join("\n", Origins.lines(draft.origins()));
        accent = draft.accent();
        side = draft.side();
        icon = draft.icon();
        scheme = draft.scheme();
        language = draft.language().isEmpty() ? null : draft.language();
        buttonLabel = draft.buttonLabel();
        title = draft.title();
        greeting = draft.greeting();
        consent = draft.consent();
        hiddenParts = draft.hiddenParts();
        assetHosts = String.join("\n", Origins.lines(draft.assetHosts()));
        identityRequired = draft.identityRequired();
        plainClients = draft.plainClients();
        reopens = draft.reopens();
        listsVisitors = draft.listsVisitors();
    }

    void receive(Manners manners) {
        form = FormText.write(manners.form());
        offline = manners.offline().word();
        rating = manners.rating();
        transcript = manners.transcript();
        showsUnsent = manners.unsent();
    }

    void open(Hours wanted) {
        hours = HoursText.write(wanted);
    }

    Site toSite(List<Department> departments) {
        return new Site(
                new SiteId(id),
                siteKey,
                name,
                Origins.lines(origins),
                accent,
                side,
                icon,
                scheme,
                language,
                buttonLabel,
                title,
                greeting,
                consent,
                hiddenParts
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                Origins.lines(assetHosts),
                identitySecret,
                identityRequired,
                plainClients,
                reopens,
                listsVisitors,
                new Manners(FormText.read(form), Manners.Offline.of(offline), rating, transcript, showsUnsent),
                HoursText.read(hours),
                departments,
                version);
    }
}
