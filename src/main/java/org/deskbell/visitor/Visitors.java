package org.deskbell.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deskbell.settings.Languages;
import org.deskbell.settings.Refused;
import org.deskbell.site.Site;

/** The visitors of all sites: they come with a secret, or get one; their site may vouch for them; they may be forgotten. */
@ApplicationScoped
@Transactional
public class Visitors {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Visits visits;

    @Inject
    private Event<VisitorsMerged> merged;

    @Inject
    private Event<VisitorForgotten> forgotten;

    /**
     * Somebody came to {@code site}. An unknown {@code token} is like none: a new visitor is made.
     *
     * @param proof a signed identity, or null
     * @param gate asked before a visitor is made whom nobody vouches for
     * @throws Refused bad-identity where the proof is not good, identity-required where the site wants one,
     *     too-many-newcomers where the gate is shut
     */
    public Arrival arrive(Site site, String token, String proof, Introduction said, Gate gate) {
        VisitorRow known = token == null ? null : byToken(site, token);
        if (proof != null) return vouched(site, known, proof, said);
        if (site.identityRequired() && (known == null || !known.verified)) throw new Refused("identity-required");
        if (known != null) return come(site, known, said);
        if (!gate.admits(token != null)) throw new Refused("too-many-newcomers");
        return newcomer(site, said);
    }

    /** What he says later of himself, or that he looks at another page. */
    public Visitor learn(VisitorId id, Introduction said) {
        VisitorRow row = em.find(VisitorRow.class, id.value());
        // Another of his tabs may have asked to be forgotten a moment ago.
        return row.forgotten ? row.toVisitor() : welcomeBack(row, said).visitor();
    }

    /** He has answered what his site asks before the first message; refuses {@code too-long} where it is more than can be kept. */
    public Visitor introduce(VisitorId id, Answers said) {
        VisitorRow row = em.find(VisitorRow.class, id.value());
        if (!row.forgotten) row.introduce(said, now());
        return row.toVisitor();
    }

    /** Whose secret this is on this site; empty where it is nobody's. */
    public Optional<Visitor> known(Site site, String token) {
        return Optional.ofNullable(byToken(site, token)).map(VisitorRow::toVisitor);
    }

    public Optional<Visitor> byId(VisitorId id) {
        return Optional.ofNullable(em.find(VisitorRow.class, id.value())).map(VisitorRow::toVisitor);
    }

    public List<Visitor> byIds(Collection<VisitorId> ids) {
        if (ids.isEmpty()) return List.of();
        return em.createQuery("select v from VisitorRow v where v.id in :ids", VisitorRow.class)
                .setParameter("ids", ids.stream().map(VisitorId::value).toList())
                .getResultStream()
                .map(VisitorRow::toVisitor)
                .toList();
    }

    /** The languages of those whose is known, without the country: {@code de}. */
    public Map<VisitorId, String> languages(Collection<VisitorId> ids) {
        Map<VisitorId, String> languages = new HashMap<>();
        if (ids.isEmpty()) return languages;
        em.createQuery(
                        "select v.id, v.language from VisitorRow v where v.id in :ids and v.language is not null",
                        Object[].class)
                .setParameter("ids", ids.stream().map(VisitorId::value).toList())
                .getResultStream()
                .forEach(row -> languages.put(
                        new VisitorId((Long) row[0]), Languages.tag(Locale.forLanguageTag((String) row[1]))));
        return languages;
    }

    /** Keeps him from being forgotten until the transaction ends, or anything else from being said of him in another; false where he is forgotten already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hold(VisitorId id) {
        VisitorRow row = em.find(VisitorRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        return row != null && !row.forgotten;
    }

    /** Deletes his secrets and all that was known of him; what he said stays with the conversation, without a name. */
    public void forget(VisitorId id) {
        VisitorRow row = em.find(VisitorRow.class, id.value());
        if (row == null) return;
        em.createQuery("delete from TokenRow t where t.visitorId = :id")
                .setParameter("id", id.value())
                .executeUpdate();
        row.forget();
        // Whoever deletes more of him does so under the lock of his row.
        em.flush();
        forgotten.fire(new VisitorForgotten(id));
    }

    private VisitorRow byToken(Site site, String token) {
        TokenRow found = em.find(TokenRow.class, Secret.hash(token));
        if (found == null) return null;
        VisitorRow row = em.find(VisitorRow.class, found.visitorId);
        return row == null || row.forgotten || row.siteId != site.id().value() ? null : row;
    }

    private Arrival newcomer(Site site, Introduction said) {
        VisitorRow row = make(site);
        if (site.listsVisitors()) row.visit(visitTime(), false);
        row.learn(said);
        em.persist(row);
        return new Arrival(row.toVisitor(), newToken(row));
    }

    private Arrival come(Site site, VisitorRow row, Introduction said) {
        if (site.listsVisitors()) row.visit(visitTime(), visits.goesOn(new VisitorId(row.id)));
        return welcomeBack(row, said);
    }

    private Arrival welcomeBack(VisitorRow row, Introduction said) {
        row.learn(said);
        row.lastSeenAt = now();
        return new Arrival(row.toVisitor(), null);
    }

    private Arrival vouched(Site site, VisitorRow present, String proof, Introduction said) {
        SignedIdentity identity = SignedIdentity.verify(proof, site, clock.instant());
        VisitorRow row = signedOne(site, present, identity);
        String token = row == present ? null : newToken(row);
        useNonce(site, identity, row, present);
        row.verified = true;
        if (identity.name() != null) row.name = identity.name();
        if (identity.email() != null) row.email = identity.email();
        return new Arrival(come(site, row, said).visitor(), token);
    }

    private VisitorRow signedOne(Site site, VisitorRow present, SignedIdentity identity) {
        VisitorRow signed = byExternalId(site, identity.subject());
        if (signed != null && signed == present) return present;
        // One who is somebody else already is not this one: two people share the browser.
        boolean unknown = present != null && present.externalId == null;
        if (signed == null) {
            VisitorRow row = unknown ? present : make(site);
            row.externalId = identity.subject();
            if (row != present) em.persist(row);
            return row;
        }
        if (unknown) {
            for (VisitorRow row : present.id < signed.id ? List.of(present, signed) : List.of(signed, present)) {
                em.lock(row, LockModeType.PESSIMISTIC_WRITE);
            }
            // His other tabs, and a proof that is shown again after a lost answer, are the known one's from here on.
            em.createQuery("update TokenRow t set t.visitorId = :into where t.visitorId = :from")
                    .setParameter("into", signed.id)
                    .setParameter("from", present.id)
                    .executeUpdate();
            merged.fire(new VisitorsMerged(new VisitorId(present.id), new VisitorId(signed.id), signed.publicId));
        }
        return signed;
    }

    private VisitorRow byExternalId(Site site, String subject) {
        return em.createQuery(
                        "select v from VisitorRow v where v.siteId = :site and v.externalId = :subject",
                        VisitorRow.class)
                .setParameter("site", site.id().value())
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** A proof seen before is good for the browser that is this visitor already, and for no other. */
    private void useNonce(Site site, SignedIdentity identity, VisitorRow by, VisitorRow present) {
        NonceRow used = em.find(NonceRow.class, new NonceRow.Key(site.id().value(), identity.nonce()));
        if (used != null) {
            if (present == null || used.visitorId != present.id) throw new Refused("bad-identity");
            return;
        }
        NonceRow row = new NonceRow();
        row.siteId = site.id().value();
        row.nonce = identity.nonce();
        row.visitorId = by.id;
        row.expiresAt = identity.expires().atOffset(ZoneOffset.UTC);
        em.persist(row);
    }

    private VisitorRow make(Site site) {
        VisitorRow row = new VisitorRow();
        row.publicId = "v-" + Secret.random(16);
        row.siteId = site.id().value();
        row.firstSeenAt = now();
        row.lastSeenAt = row.firstSeenAt;
        return row;
    }

    private String newToken(VisitorRow row) {
        // EclipseLink orders inserts by relations it knows, and ids are plain here: the visitor goes first.
        em.flush();
        String token = Secret.random(32);
        TokenRow kept = new TokenRow();
        kept.hash = Secret.hash(token);
        kept.visitorId = row.id;
        kept.createdAt = now();
        em.persist(kept);
        return token;
    }

    /** As every database keeps it: a visit is known again by when it began. */
    private OffsetDateTime visitTime() {
        return now().truncatedTo(ChronoUnit.MILLIS);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
