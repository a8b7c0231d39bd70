package org.deskbell.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.settings.Refused;
import org.deskbell.site.SiteGoes;
import org.deskbell.site.SiteId;

/** What each site allows; kept at hand for five seconds, because another node may have changed it. */
@ApplicationScoped
@Transactional
public class Policies {
    private static final Duration FRESH = Duration.ofSeconds(5);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    private final Map<SiteId, Held> held = new ConcurrentHashMap<>();

    private record Held(Policy policy, Instant until) {}

    public Policy of(SiteId site) {
        Held known = held.get(site);
        Instant now = clock.instant();
        if (known == null || known.until.isBefore(now)) {
            PolicyRow row = em.find(PolicyRow.class, site.value());
            known = new Held(row == null ? Policy.USUAL : row.toPolicy(), now.plus(FRESH));
            held.put(site, known);
        }
        return known.policy;
    }

    /** Refuses {@code bad-number} where one is out of range. */
    public void change(SiteId site, Policy policy) {
        between(policy.megabytes(), Policy.MOST_MEGABYTES);
        between(policy.together(), Policy.MOST_TOGETHER);
        between(policy.quota(), Policy.MOST_QUOTA);
        PolicyRow row = em.find(PolicyRow.class, site.value());
        boolean fresh = row == null;
        if (fresh) row = new PolicyRow();
        row.siteId = site.value();
        row.enabled = policy.enabled();
        row.megabytes = policy.megabytes();
        row.together = policy.together();
        row.quota = policy.quota();
        if (fresh) em.persist(row);
        held.remove(site);
    }

    void onSiteGoes(@Observes SiteGoes going) {
        em.createQuery("delete from PolicyRow p where p.siteId = :site")
                .setParameter("site", going.site().value())
                .executeUpdate();
        held.remove(going.site());
    }

    private static void between(int number, int most) {
        if (number < 1 || number > most) throw new Refused("bad-number");
    }
}
