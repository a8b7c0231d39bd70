package org.deskbell.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Heard;
import org.deskbell.operations.Steady;
import org.deskbell.presence.AgentPresence;
import org.deskbell.presence.AgentsChanged;
import org.deskbell.presence.VisitorCameOrLeft;
import org.deskbell.protocol.Colleague;
import org.deskbell.protocol.Department;
import org.deskbell.protocol.Encoder;
import org.deskbell.protocol.Person;
import org.deskbell.protocol.Presence;
import org.deskbell.protocol.VisitorCard;
import org.deskbell.protocol.VisitorNow;
import org.deskbell.routing.Remits;
import org.deskbell.routing.RemitsChanged;
import org.deskbell.site.Site;
import org.deskbell.site.SiteId;
import org.deskbell.site.Sites;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Staff;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.VisitorId;

/** Tells visitors which agents are there, and agents which colleagues and visitors are. */
@ApplicationScoped
public class Whereabouts {
    private static final System.Logger LOG = System.getLogger(Whereabouts.class.getName());
    private static final int SHOWN = 3;
    private static final String KNOWN = "visitor-known";

    @Inject
    private Staff staff;

    @Inject
    private AgentPresence presence;

    @Inject
    private Sites sites;

    @Inject
    private Remits remits;

    @Inject
    private Connections connections;

    @Inject
    private InboxFeed inbox;

    @Inject
    private Cards cards;

    @Inject
    private Workers workers;

    @Inject
    private Bus bus;

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService timer;

    private final AtomicLong turns = new AtomicLong();
    private Shutters shutters;
    private volatile Presence last;
    private volatile Set<SiteId> showing = Set.of();
    private ScheduledFuture<?> ticking;

    @PostConstruct
    void start() {
        shutters = new Shutters(clock);
        ticking = new Steady(LOG, "The hours of the sites could not be looked up", this::tick)
                .every(timer, 2, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }

    /**
     * Whether somebody answers on this site now: those who are online, within its hours; one who is away does not count. And whether what a
     * visitor writes is shown before he sends it.
     */
    Presence presence(Site site) {
        Presence closed = shutters.of(site);
        return (closed == null ? open() : closed).showing(site.manners().unsent());
    }

    private Presence open() {
        if (last == null) last = read();
        return last;
    }

    /** Everybody who could be there and how it stands with him, and where they work. */
    House house() {
        Map<AgentId, Set<Long>> members = remits.members();
        List<Colleague> colleagues = staff.all().stream()
                .filter(agent -> !agent.disabled() && !agent.invited())
                .map(agent -> colleague(agent, members.getOrDefault(agent.id(), Set.of())))
                .toList();
        return new House(
                colleagues,
                sites.all().stream().flatMap(Whereabouts::departments).toList());
    }

    private static Stream<Department> departments(Site of) {
        return of.departments().stream().map(each -> new Department(Long.toString(each.id()), each.name(), of.key()));
    }

    /** Each console sees by what its agent may see now. */
    void onRemits(@Observes RemitsChanged changed) {
        for (AgentDesk desk : connections.agents()) desk.lookAgain();
        workers.offer(this::tellAgents);
    }

    void onAgents(@Observes AgentsChanged changed) {
        workers.offer(this::tellAgents);
    }

    void onVisitor(@Observes VisitorCameOrLeft changed) {
        inbox.visitorChanged(changed.visitor());
        workers.offer(() -> tellOf(changed.visitor()));
    }

    /** More is known of him: agents hear of it here and at the other nodes. */
    void tellEverywhere(VisitorId visitor) {
        tellOf(visitor);
        bus.tellIfRoom(KNOWN, Long.toString(visitor.value()));
    }

    void onHeard(@Observes Heard heard) {
        if (!heard.topic().equals(KNOWN)) return;
        Set<String> visitors = new HashSet<>(heard.words());
        workers.offer(() -> visitors.forEach(id -> tellOf(new VisitorId(Long.parseLong(id)))));
    }

    /** The visitor's card goes to the agents who follow one of his conversations. */
    void tellOf(VisitorId visitor) {
        for (Set<Feed> feeds : connections.followedOf(visitor)) {
            for (Feed feed : feeds) {
                long turn = turn();
                VisitorCard card = cards.of(feed.conversation(), feed::shows);
                feed.tell(turn, new VisitorNow(feed.conversation().publicId(), card));
            }
        }
    }

    /** To be taken before a card is read, for {@link Feed#tell}: what is read in a later turn is not older. */
    long turn() {
        return turns.incrementAndGet();
    }

    private synchronized void tellAgents() {
        inbox.houseChanged(house());
        Presence now = read();
        if (now.equals(last)) return;
        last = now;
        tellVisitors(
                sites.all().stream().filter(site -> shutters.of(site) == null).toList());
    }

    /** A site has opened or closed, or shows now what is not sent yet, or does not any more. */
    private void tick() {
        List<Site> all = sites.all();
        Set<SiteId> changed = shutters.changed(all);
        Set<SiteId> shows = showing(all);
        changed.addAll(differing(showing, shows));
        if (!changed.isEmpty()) {
            tellVisitors(
                    all.stream().filter(site -> changed.contains(site.id())).toList());
        }
        showing = shows;
    }

    private static Set<SiteId> showing(List<Site> all) {
        return all.stream()
                .filter(site -> site.manners().unsent())
                .map(Site::id)
                .collect(Collectors.toSet());
    }

    private static Set<SiteId> differing(Set<SiteId> before, Set<SiteId> after) {
        Set<SiteId> changed = new HashSet<>(after);
        changed.addAll(before);
        changed.removeIf(site -> before.contains(site) && after.contains(site));
        return changed;
    }

    private synchronized void tellVisitors(List<Site> of) {
        Map<SiteId, String> words = new HashMap<>();
        for (Site site : of) words.put(site.id(), Encoder.encode(presence(site)));
        for (Set<VisitorScreen> screens : connections.visitors()) {
            for (VisitorScreen screen : screens) {
                Visitor who = screen.visitor();
                String word = who == null ? null : words.get(who.site());
                if (word != null) screen.presence(word);
            }
        }
    }

    private Presence read() {
        List<Person> online = staff.all().stream()
                .filter(agent -> presence.statusOf(agent).equals("online"))
                .map(agent -> new Person(Long.toString(agent.id().value()), agent.name()))
                .toList();
        return new Presence(!online.isEmpty(), online.subList(0, Math.min(SHOWN, online.size())));
    }

    private Colleague colleague(Agent agent, Set<Long> departments) {
        return new Colleague(
                Long.toString(agent.id().value()),
                agent.name(),
                presence.statusOf(agent),
                agent.administrator(),
                departments.stream().sorted().map(String::valueOf).toList());
    }
}
