package org.deskbell.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Heard;
import org.deskbell.bus.NodeJoined;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;
import org.deskbell.site.Site;
import org.deskbell.site.SiteId;
import org.deskbell.site.Sites;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.VisitorForgotten;
import org.deskbell.visitor.VisitorId;
import org.deskbell.visitor.VisitorsMerged;
import org.deskbell.visitor.Visits;

/**
 * Who looks around on the sites that list their visitors, on this node or another. In memory alone: a visitor is listed until the grace after his
 * last connection is over, and the pages of his visit are known for 30 minutes longer. At most 20,000 are kept.
 */
@ApplicationScoped
public class Lookers implements Visits {
    private static final String TOPIC = "looker";
    private static final String DROPPED = "looker-dropped";
    private static final int KEPT = 20_000;

    /** Above this many there is no room for the pages of those who left. */
    private static final int CROWDED = 15_000;

    /** So many words a second leave room for what else nodes tell each other. */
    private static final int AT_ONCE = 500;

    private final Map<VisitorId, Sighting> all = new ConcurrentHashMap<>();
    private final Set<VisitorId> untold = ConcurrentHashMap.newKeySet();

    @Inject
    private VisitorPresence presence;

    @Inject
    private Sites sites;

    @Inject
    private Settings settings;

    @Inject
    private Bus bus;

    @Inject
    private Clock clock;

    @Inject
    private Event<LookerMoved> moves;

    /** He looks at this page now; nothing is kept of it where his site does not list its visitors. {@code title} and {@code referrer} may be null. */
    public void look(Visitor who, String url, String title, String referrer) {
        boolean full = all.size() >= KEPT && !all.containsKey(who.id());
        if (full || !lists(who.site())) return;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PageSeen.of(url, title, now).ifPresent(page -> {
            String from = PageSeen.host(referrer)
                    .filter(host -> !PageSeen.host(url).orElse("").equals(host))
                    .orElse(null);
            all.compute(who.id(), (id, before) -> {
                Looker looker = Looker.at(page, from, who, before == null ? null : before.looker());
                return sighting(looker, now);
            });
            untold.add(who.id());
            tell(who.id(), false);
        });
    }

    /** More is known of him now. */
    public void know(Visitor who) {
        if (all.computeIfPresent(who.id(), (id, had) -> had.knowing(who)) == null) return;
        untold.add(who.id());
        tell(who.id(), false);
    }

    /** Everybody who is there now. */
    public List<Looker> listed() {
        return here().map(Sighting::looker).toList();
    }

    /** How many are there now. */
    public long count() {
        return here().count();
    }

    /** Empty where he is not there now. */
    public Optional<Looker> listed(VisitorId visitor) {
        return Optional.ofNullable(all.get(visitor))
                .filter(known -> !known.over())
                .map(Sighting::looker);
    }

    /** Likewise, by what screens call him. */
    public Optional<Looker> listed(String publicId) {
        return here().map(Sighting::looker)
                .filter(looker -> looker.publicId().equals(publicId))
                .findFirst();
    }

    /** The pages of his present visit or of one that ended less than 30 minutes ago, the newest last; empty where none are known. */
    public List<PageSeen> trail(VisitorId visitor) {
        Sighting known = all.get(visitor);
        return known == null ? List.of() : known.looker().trail();
    }

    @Override
    public boolean goesOn(VisitorId visitor) {
        return all.containsKey(visitor);
    }

    private Stream<Sighting> here() {
        return all.values().stream().filter(known -> !known.over());
    }

    /** To be called every second: who has gone is not listed any more, and other nodes are told what they do not know. */
    public void tick() {
        Instant now = clock.instant();
        Duration grace = Duration.ofSeconds(settings.number(Setting.PRESENCE_GRACE));
        Set<SiteId> listing = sites.listing();
        boolean crowded = all.size() > CROWDED;
        all.forEach((id, known) -> {
            boolean served = presence.served(id);
            if (known.isLost(now, served)
                    || known.isOld(now, crowded)
                    || !listing.contains(known.looker().site())) drop(id);
            else if (known.ends(now, grace)) leave(id, known);
            else if (served && known.isStale(now)) untold.add(id);
        });
        for (VisitorId id : untold.stream().limit(AT_ONCE).toList()) if (!tellOthers(id)) return;
    }

    private void leave(VisitorId id, Sighting known) {
        if (all.replace(id, known, known.ended())) tell(id, false);
    }

    /** False where there is no room for words now: they are said later. */
    private boolean tellOthers(VisitorId id) {
        // First: what changes from here on is told once more.
        untold.remove(id);
        Sighting now = all.get(id);
        if (now == null) return true;
        if (!bus.tellIfRoom(TOPIC, LookerWords.write(now.looker()))) {
            untold.add(id);
            return false;
        }
        all.computeIfPresent(id, (who, known) -> known.toldAt(clock.instant()));
        return true;
    }

    private boolean lists(SiteId site) {
        return sites.find(site).filter(Site::listsVisitors).isPresent();
    }

    private Sighting sighting(Looker looker, Instant now) {
        return new Sighting(looker, now, presence.here(looker.visitor()) ? null : now, false);
    }

    private void drop(VisitorId id) {
        Sighting known = all.remove(id);
        untold.remove(id);
        if (known != null) tell(known.looker(), false);
    }

    private void tell(VisitorId id, boolean elsewhere) {
        Sighting known = all.get(id);
        if (known != null) tell(known.looker(), elsewhere);
    }

    private void tell(Looker looker, boolean elsewhere) {
        moves.fire(new LookerMoved(looker.visitor(), looker.publicId(), looker.site(), elsewhere));
    }

    void onVisitor(@Observes VisitorCameOrLeft changed) {
        all.computeIfPresent(
                changed.visitor(), (id, known) -> changed.here() ? known.came() : known.left(clock.instant()));
    }

    void onForgotten(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorForgotten forgotten) {
        dropEverywhere(forgotten.visitor());
    }

    void onMerged(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorsMerged merged) {
        dropEverywhere(merged.from());
    }

    private void dropEverywhere(VisitorId id) {
        drop(id);
        bus.tell(DROPPED, Long.toString(id.value()));
    }

    void onJoined(@Observes NodeJoined node) {
        all.keySet().stream().filter(presence::served).forEach(untold::add);
    }

    void onHeard(@Observes Heard heard) {
        if (heard.topic().equals(DROPPED)) {
            heard.words().forEach(word -> drop(new VisitorId(Long.parseLong(word))));
        } else if (heard.topic().equals(TOPIC)) {
            heard.words().forEach(word -> hear(LookerWords.read(word)));
        }
    }

    private void hear(Looker said) {
        Instant now = clock.instant();
        boolean full = all.size() >= KEPT && !all.containsKey(said.visitor());
        if (full || !lists(said.site())) return;
        all.compute(said.visitor(), (id, before) -> {
            boolean older = before != null
                    && before.looker().page().at().isAfter(said.page().at());
            return sighting(older ? before.looker() : said, now);
        });
        tell(said, true);
    }
}
