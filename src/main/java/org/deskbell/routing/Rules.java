package org.deskbell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.deskbell.settings.Refused;
import org.deskbell.site.SiteGoes;
import org.deskbell.site.SiteId;

/** How each site gives out its conversations; kept at hand for five seconds, because another node may have changed it. */
@ApplicationScoped
@Transactional
public class Rules {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Read(Map<SiteId, Rule> rules, Instant at) {}

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<RulesChanged> changes;

    private Read read;

    /** As it is kept. Asks the store. */
    public Rule of(SiteId site) {
        RuleRow row = em.find(RuleRow.class, site.value());
        return row == null ? Rule.USUAL : row.toRule();
    }

    /** Refuses {@code bad-seconds} where they are not from {@link Rule#LEAST_SECONDS} to {@link Rule#MOST_SECONDS}. */
    public void change(SiteId site, Rule rule) {
        boolean fits = rule.seconds() >= Rule.LEAST_SECONDS && rule.seconds() <= Rule.MOST_SECONDS;
        if (!fits) throw new Refused("bad-seconds");
        RuleRow row = em.find(RuleRow.class, site.value());
        if (row == null) em.persist(new RuleRow(site, rule));
        else row.take(rule);
        changes.fire(new RulesChanged());
    }

    /** Those of the sites that give out by themselves; {@code anew}: they are known to be others. May ask the store. One thread alone calls it. */
    Map<SiteId, Rule> assigning(boolean anew) {
        if (anew || read == null || read.at.plus(FRESH).isBefore(clock.instant()))
            read = new Read(all(), clock.instant());
        return read.rules;
    }

    private Map<SiteId, Rule> all() {
        return em.createQuery("select r from RuleRow r where r.way <> 'pick'", RuleRow.class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(row -> new SiteId(row.siteId), RuleRow::toRule));
    }

    void onSiteGoes(@Observes SiteGoes going) {
        em.createQuery("delete from RuleRow r where r.siteId = :site")
                .setParameter("site", going.site().value())
                .executeUpdate();
        changes.fire(new RulesChanged());
    }
}
