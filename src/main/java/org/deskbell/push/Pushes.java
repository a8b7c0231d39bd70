package org.deskbell.push;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.deskbell.conversation.Committed;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Happened;
import org.deskbell.presence.AgentPresence;
import org.deskbell.routing.Remits;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Staff;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.Visitors;

/**
 * Calls agents who have no console open. The node that wrote an entry looks at it, and no other, so nobody is called twice for one. It has a queue and
 * a thread of its own; where that is full nobody is called, and the log goes on.
 */
@ApplicationScoped
public class Pushes {
    private static final System.Logger LOG = System.getLogger(Pushes.class.getName());
    private static final int MOST = 1_000;
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final long STOP_MILLIS = 5_000;
    private static final Duration SWEPT = Duration.ofHours(6);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Identity identity;

    @Inject
    private Subscribers subscribers;

    @Inject
    private Senders senders;

    @Inject
    private AgentPresence presence;

    @Inject
    private Staff staff;

    @Inject
    private Remits remits;

    @Inject
    private Visitors visitors;

    @Inject
    private Sites sites;

    @Inject
    private Clock clock;

    private final BlockingQueue<Occasion> queue = new ArrayBlockingQueue<>(MOST);
    private final Spacing spacing = new Spacing();
    private volatile boolean stopping;
    private boolean on;
    private Thread thread;
    private Set<AgentId> subscribed = Set.of();
    private volatile Instant read = Instant.MIN;
    private Instant swept = Instant.MIN;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        on = identity.subject().isPresent();
        if (!on) return;
        thread = threads.newThread(this::run);
        thread.setName("deskbell-push");
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (thread == null) return;
        try {
            // Without an interrupt: he may be at the database, and that closes the file of H2.
            thread.join(STOP_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The writer calls it: it waits for nothing. */
    void onCommitted(@Observes Committed committed) {
        if (!on) return;
        for (Happened happened : committed.news()) {
            try {
                boolean taken = Occasion.of(happened).map(queue::offer).orElse(true);
                if (!taken) senders.dropped();
            } catch (RuntimeException bug) {
                LOG.log(Level.ERROR, "Nobody is called to his console for one entry", bug);
            }
        }
    }

    /** Somebody wants to be told in another browser now. */
    public void again() {
        read = Instant.MIN;
    }

    /** Sends something to this browser, and tells on another thread whether its push service took it. */
    public void test(Subscribers.Browser browser, Consumer<Boolean> told) {
        senders.once(
                browser.subscription(),
                new PushWords(browser.language()).trying(),
                result -> told.accept(result == PushMeters.Result.SENT));
    }

    private void run() {
        while (!stopping) {
            try {
                Occasion next = queue.poll(1, TimeUnit.SECONDS);
                if (next != null) call(next);
            } catch (InterruptedException stopped) {
                // the loop's condition decides
            } catch (RuntimeException | Error failure) {
                LOG.log(Level.WARNING, "Nobody was called to his console for one conversation", failure);
            }
        }
    }

    private void call(Occasion occasion) {
        Set<AgentId> wanting = subscribed();
        if (occasion.to().isEmpty()) {
            for (AgentId each : wanting) guarded(each, occasion);
        } else {
            occasion.to().stream().filter(wanting::contains).forEach(each -> guarded(each, occasion));
        }
    }

    /** What goes wrong with one is no reason not to call the next. */
    private void guarded(AgentId id, Occasion occasion) {
        try {
            call(id, occasion);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Somebody was not called to his console for one conversation", failure);
        }
    }

    private Set<AgentId> subscribed() {
        Instant now = clock.instant();
        if (read.plus(FRESH).isAfter(now)) return subscribed;
        if (swept.plus(SWEPT).isBefore(now)) {
            subscribers.sweep();
            swept = now;
        }
        // First: what changes while it is read is read again.
        read = now;
        subscribed = subscribers.agents();
        return subscribed;
    }

    private void call(AgentId id, Occasion occasion) {
        Instant now = clock.instant();
        ConversationId conversation = occasion.conversation().id();
        // First what costs nothing: most of what is written comes within the minute.
        if (!spacing.isFree(id, conversation, occasion.what(), now) || presence.looks(id)) return;
        Agent agent = staff.byId(id).filter(each -> isWanted(each, occasion)).orElse(null);
        if (agent == null || !spacing.take(id, conversation, occasion.what(), now)) return;
        String name = visitors.byId(occasion.conversation().visitor())
                .map(Visitor::name)
                .orElse(null);
        String site = sites.find(occasion.conversation().site()).map(Site::name).orElse("");
        for (Subscribers.Browser browser : subscribers.of(agent)) {
            String message = new PushWords(browser.language())
                    .calling(occasion, name, occasion.conversation().visitorPublicId(), site);
            senders.send(browser.subscription(), message, topic(occasion));
        }
    }

    /** Who said that he is away is called for what is his alone, and who said that he is offline for nothing. */
    private boolean isWanted(Agent agent, Occasion occasion) {
        if (agent.disabled() || agent.invited() || agent.status().equals("offline")) return false;
        if (occasion.what() != Occasion.What.WAITS) return remits.of(agent).covers(occasion.conversation());
        return agent.status().equals("online") && remits.dutiesOf(agent).covers(occasion.conversation());
    }

    /** A later one for the same conversation takes its place where the device was not reached before. */
    private static String topic(Occasion occasion) {
        return Subscription.hash(occasion.conversation().publicId()).substring(0, 32);
    }
}
