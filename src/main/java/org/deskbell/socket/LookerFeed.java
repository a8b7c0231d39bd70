package org.deskbell.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.deskbell.conversation.Conversation;
import org.deskbell.operations.Steady;
import org.deskbell.presence.Looker;
import org.deskbell.presence.LookerMoved;
import org.deskbell.presence.Lookers;
import org.deskbell.protocol.Encoder;
import org.deskbell.protocol.OnSite;
import org.deskbell.routing.Remit;
import org.deskbell.site.SiteId;
import org.deskbell.site.Sites;
import org.deskbell.visitor.VisitorId;

/**
 * Keeps the list of those who look around live, in the consoles that have it open: what changed is told once a second. Where there are more than
 * 500, the newest 500 are told whole, every five seconds. It is told in rounds, one at a time, by the workers: nothing is held while the store is read.
 */
@ApplicationScoped
public class LookerFeed {
    private static final System.Logger LOG = System.getLogger(LookerFeed.class.getName());
    private static final int SLOWLY = 5;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Workers workers;

    @Inject
    private Lookers lookers;

    @Inject
    private LookerCards cards;

    @Inject
    private Sites sites;

    @Inject
    private Whereabouts whereabouts;

    @Inject
    private Connections connections;

    private final Set<AgentDesk> watching = ConcurrentHashMap.newKeySet();
    /** Those of them who are to be told everything anew, and until then nothing else. */
    private final Set<AgentDesk> due = ConcurrentHashMap.newKeySet();

    private final Map<VisitorId, LookerMoved> moved = new ConcurrentHashMap<>();
    private final Map<VisitorId, LookerMoved> movedElsewhere = new ConcurrentHashMap<>();
    private Rounds rounds;
    private Set<SiteId> listing = Set.of();
    private boolean many;
    private int rested;
    private ScheduledFuture<?> ticking;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        rounds = new Rounds(new Errands(workers), this::failed);
        ticking = new Steady(LOG, "The lists of visitors could not be told of a change", this::tick)
                .every(timer, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }

    void onMoved(@Observes LookerMoved one) {
        moved.put(one.visitor(), one);
        if (one.elsewhere()) movedElsewhere.put(one.visitor(), one);
    }

    /** A conversation of his has changed. */
    void changed(Conversation conversation) {
        VisitorId visitor = conversation.visitor();
        if (watching.isEmpty() || lookers.listed(visitor).isEmpty()) return;
        moved.put(visitor, new LookerMoved(visitor, conversation.visitorPublicId(), conversation.site(), false));
    }

    /** This console has the list open from now on. */
    void begin(AgentDesk desk) {
        // Due before it watches: the first it is told is everything.
        due.add(desk);
        watching.add(desk);
        again(desk);
        if (desk.connection().isOver()) end(desk);
    }

    /** Tells it everything anew in a moment, if it has the list open. */
    void again(AgentDesk desk) {
        if (!watching.contains(desk)) return;
        due.add(desk);
        rounds.once(this::tellDue);
    }

    void end(AgentDesk desk) {
        watching.remove(desk);
        due.remove(desk);
    }

    private void tick() {
        rounds.regular(lookers::tick, this::tellCards, this::tellDue, this::tell);
    }

    private void failed(Throwable notTold) {
        LOG.log(Level.WARNING, "The lists of visitors could not be told of a change", notTold);
    }

    /** Beside a conversation the pages are seen that another node was told of. */
    private void tellCards() {
        for (VisitorId visitor : List.copyOf(movedElsewhere.keySet())) {
            movedElsewhere.remove(visitor);
            if (!connections.followedOf(visitor).isEmpty()) whereabouts.tellOf(visitor);
        }
    }

    private void tellDue() {
        List<AgentDesk> now = List.copyOf(due);
        // Before the store is read: who asks meanwhile is told once more.
        now.forEach(due::remove);
        try {
            alike(now).forEach((remit, same) -> send(cards.whole(remit), remit, same));
        } catch (RuntimeException notRead) {
            due.addAll(now);
            throw notRead;
        }
    }

    private void tell() {
        if (watching.isEmpty()) {
            moved.clear();
            return;
        }
        Set<SiteId> listsNow = sites.listing();
        boolean manyNow = lookers.count() > LookerCards.MOST;
        boolean other = manyNow != many || !listsNow.equals(listing);
        if (other || many && ++rested >= SLOWLY) {
            tellWhole();
            listing = listsNow;
            many = manyNow;
            rested = 0;
        } else if (!many && !moved.isEmpty()) tellChanges();
    }

    private void tellWhole() {
        List<LookerMoved> now = take(Integer.MAX_VALUE);
        orAgain(now, () -> alike(watching).forEach((remit, same) -> send(cards.whole(remit), remit, same)));
    }

    private void tellChanges() {
        List<LookerMoved> now = take(LookerCards.MOST);
        List<Looker> there = now.stream()
                .flatMap(one -> lookers.listed(one.visitor()).stream())
                .toList();
        orAgain(now, () -> {
            List<LookerCards.Shown> shown = cards.of(there);
            alike(watching).forEach((remit, same) -> {
                OnSite changes = cards.changes(now, shown, remit);
                if (!changes.items().isEmpty() || !changes.gone().isEmpty()) send(changes, remit, same);
            });
        });
    }

    /** Taken before the store is read: what moves meanwhile is told the next time. */
    private List<LookerMoved> take(int most) {
        List<LookerMoved> now = moved.values().stream().limit(most).toList();
        now.forEach(one -> moved.remove(one.visitor(), one));
        return now;
    }

    /** What cannot be told, because the store does not answer, is told the next time. */
    private void orAgain(List<LookerMoved> now, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException notRead) {
            now.forEach(one -> moved.putIfAbsent(one.visitor(), one));
            throw notRead;
        }
    }

    /** Consoles that may see the same are told by the same text. */
    private Map<Remit, List<AgentDesk>> alike(Collection<AgentDesk> desks) {
        return desks.stream()
                .filter(desk -> watching.contains(desk) && !due.contains(desk))
                .collect(Collectors.groupingBy(desk -> desk.sight().remit()));
    }

    /** Who may see something else by now is left out: he is told everything anew. */
    private static void send(OnSite frame, Remit cutTo, List<AgentDesk> to) {
        String encoded = Encoder.encode(frame);
        for (AgentDesk desk : to)
            if (desk.sight().remit().equals(cutTo)) desk.connection().send(encoded);
    }
}
