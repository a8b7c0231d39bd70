package org.deskbell.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Heard;
import org.deskbell.settings.Refused;

/**
 * The sites there are. Reading costs nothing: all of them are kept at hand, for 5 s at most, because another node may
 * have changed one. Changing refuses with the first {@link Problem}'s code, {@code key-taken}, {@code unknown-site}, or
 * {@code changed} when somebody else was quicker.
 */
@ApplicationScoped
public class Sites {
    private static final System.Logger LOG = System.getLogger(Sites.class.getName());

    /** What nodes tell each other when one of them changed a site. */
    public static final String TOPIC = "sites";

    @Inject
    private SiteRows rows;

    @Inject
    private Bus bus;

    @Inject
    private Clock clock;

    private volatile Shelf shelf;

    public Optional<Site> byKey(String key) {
        return Optional.ofNullable(key).map(wanted -> shelf().byKey().get(wanted));
    }

    /** Throws when there is none: an id comes from a row that refers to its site. */
    public Site byId(SiteId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("No site " + id));
    }

    /** Reads again where it is not at hand: it may be made by the present transaction, or have been made a moment ago. */
    public Optional<Site> find(SiteId id) {
        Site site = shelf().byId().get(id);
        if (site == null) {
            shelf = null;
            site = shelf().byId().get(id);
        }
        return Optional.ofNullable(site);
    }

    /** As it is at hand, however old that is: for whoever cannot wait for the store. */
    public Site atHand(Site had) {
        Shelf now = shelf;
        return now == null ? had : now.byId().getOrDefault(had.id(), had);
    }

    /** Oldest first. */
    public List<Site> all() {
        return shelf().all();
    }

    /** Those that list their visitors. */
    public Set<SiteId> listing() {
        return all().stream().filter(Site::listsVisitors).map(Site::id).collect(Collectors.toSet());
    }

    /** The first site: whom a plain client reaches that names none. */
    public Optional<Site> standard() {
        return all().stream().findFirst();
    }

    /** An empty key in the draft: one is made. */
    public Site create(SiteDraft draft) {
        SiteDraft keyed = draft.key().isEmpty() ? draft.withKey(Secrets.siteKey()) : draft;
        check(SiteCheck.problems(keyed));
        Site site = rows.create(keyed);
        LOG.log(System.Logger.Level.INFO, "Site {0} was added", site.key());
        return site;
    }

    public Site update(SiteId id, int version, SiteDraft draft) {
        check(SiteCheck.problems(draft));
        if (draft.key().isEmpty()) {
            throw new Refused("required");
        }
        return rows.update(id, version, draft);
    }

    /** How it meets its visitors from now on. */
    public Site receive(SiteId id, int version, Manners manners) {
        check(MannersCheck.problems(manners));
        return rows.receive(id, version, manners);
    }

    /** When somebody is at its desk from now on. */
    public Site open(SiteId id, int version, HoursDraft hours) {
        check(HoursCheck.problems(hours));
        return rows.open(id, version, hours.hours());
    }

    /** A new identity secret; what was signed with the old one is refused from now on. */
    public Site rotateSecret(SiteId id, int version) {
        Site site = rows.rotateSecret(id, version);
        LOG.log(System.Logger.Level.INFO, "The identity secret of site {0} was renewed", site.key());
        return site;
    }

    /** With its departments and the visitors who never said anything; refuses {@code site-used} where one has. */
    public void delete(SiteId id) {
        Site site = rows.delete(id);
        LOG.log(System.Logger.Level.INFO, "Site {0} was deleted", site.key());
    }

    void drop(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteChanged changed) {
        shelf = null;
        bus.tell(TOPIC, "changed");
    }

    /** Another node has changed one. */
    void drop(@Observes Heard heard) {
        if (heard.topic().equals(TOPIC)) shelf = null;
    }

    private static void check(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refused(problems.get(0).reason());
        }
    }

    private Shelf shelf() {
        Shelf now = shelf;
        if (now == null || now.olderThan(clock.instant())) {
            now = Shelf.of(rows.all(), clock.instant());
            shelf = now;
        }
        return now;
    }
}
