package org.deskbell.conversation;

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

/** How long each site waits for its visitors' answers, in the store. */
@ApplicationScoped
@Transactional
public class Patiences {
    @PersistenceContext
    private EntityManager em;

    public Patience of(SiteId site) {
        PatienceRow row = em.find(PatienceRow.class, site.value());
        return row == null ? Patience.USUAL : row.toPatience();
    }

    /** Refuses {@code bad-number}, {@code too-long} and {@code bad-text}. */
    public void change(SiteId site, Patience patience) {
        String message = patience.message();
        if (patience.minutes() < 1 || patience.minutes() > Patience.MOST_MINUTES) throw new Refused("bad-number");
        if (message.length() > Patience.MESSAGE) throw new Refused("too-long");
        if (message.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n' && letter != '\t'))
            throw new Refused("bad-text");
        PatienceRow row = em.find(PatienceRow.class, site.value());
        if (row == null) em.persist(new PatienceRow(site, patience));
        else row.take(patience);
    }

    /** Of the sites that end conversations. */
    Map<SiteId, Patience> ending() {
        return em.createQuery("select p from PatienceRow p where p.ends = true", PatienceRow.class)
                .getResultStream()
                .collect(Collectors.toMap(row -> new SiteId(row.siteId), PatienceRow::toPatience));
    }

    void onSiteGoes(@Observes SiteGoes going) {
        em.createQuery("delete from PatienceRow p where p.siteId = :site")
                .setParameter("site", going.site().value())
                .executeUpdate();
    }
}
