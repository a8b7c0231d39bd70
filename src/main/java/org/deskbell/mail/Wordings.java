package org.deskbell.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.Set;
import java.util.stream.Collectors;
import org.deskbell.settings.Languages;
import org.deskbell.settings.Refused;
import org.deskbell.site.SiteGoes;
import org.deskbell.site.SiteId;
import org.deskbell.site.Sites;

/** What sites say in mails to visitors in their own words, by kind of mail and language; read anew for every mail. */
@ApplicationScoped
@Transactional
public class Wordings {
    private static final int NEVER_KEPT = -1;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Sites sites;

    /** What is kept, and the version by which it is told that somebody else was quicker. */
    public record Kept(Wording wording, int version) implements Serializable {}

    /** Nothing of its own where the site has none for this kind and language. */
    public Kept of(SiteId site, MailKind kind, String language) {
        WordingRow row = em.find(WordingRow.class, WordingRow.id(site, kind, language));
        return row == null ? new Kept(Wording.NONE, NEVER_KEPT) : new Kept(row.toWording(), row.version);
    }

    /** The languages in which the site says something of this kind in its own words. */
    public Set<String> spoken(SiteId site, MailKind kind) {
        return em.createQuery("select r from WordingRow r where r.siteId = :site and r.kind = :kind", WordingRow.class)
                .setParameter("site", site.value())
                .setParameter("kind", kind.word())
                .getResultStream()
                .filter(row -> !row.toWording().equals(Wording.NONE))
                .map(row -> row.language)
                .collect(Collectors.toSet());
    }

    /**
     * Keeps them from now on, also for mails that wait. Refuses with the first {@link WordingCheck}'s code, {@code bad-choice} where there is no such
     * language, {@code unknown-site}, and {@code changed} where somebody else was quicker since {@code version}.
     */
    public void keep(SiteId site, MailKind kind, String language, int version, Wording wording) {
        WordingCheck.problems(wording).stream().findFirst().ifPresent(problem -> {
            throw new Refused(problem.reason());
        });
        if (!Languages.ALL.contains(language)) throw new Refused("bad-choice");
        if (sites.find(site).isEmpty()) throw new Refused("unknown-site");
        // One at a time, on all nodes: of two who are the first to say something, the second is told.
        em.createNativeQuery("select id from mail_gate where id = 1 for update").getSingleResult();
        WordingRow row = em.find(WordingRow.class, WordingRow.id(site, kind, language), LockModeType.PESSIMISTIC_WRITE);
        if ((row == null ? NEVER_KEPT : row.version) != version) throw new Refused("changed");
        if (row == null) em.persist(new WordingRow(site, kind, language, wording));
        else row.take(wording);
        em.flush();
    }

    void onSiteGoes(@Observes SiteGoes going) {
        em.createQuery("delete from WordingRow r where r.siteId = :site")
                .setParameter("site", going.site().value())
                .executeUpdate();
    }
}
