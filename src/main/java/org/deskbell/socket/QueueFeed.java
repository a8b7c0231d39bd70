package org.deskbell.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deskbell.conversation.Committed;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Elsewhere;
import org.deskbell.conversation.Happened;
import org.deskbell.conversation.WaitingLine;
import org.deskbell.operations.Steady;
import org.deskbell.routing.Paces;
import org.deskbell.socket.Queues.Place;

/**
 * Tells waiting visitors their place. The whole line is read by one statement, once a second at most and only while somebody waits on a screen of
 * this node: when it has changed, and now and then for what was not heard of.
 */
@ApplicationScoped
public class QueueFeed {
    private static final System.Logger LOG = System.getLogger(QueueFeed.class.getName());

    /** Who is further behind is told nothing. */
    private static final int MOST = 5_000;

    private static final int LOOK_AROUND_SECONDS = 3;

    /** Where it takes long to read, it rests so many times as long. */
    private static final int REST = 10;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private WaitingLine waiting;

    @Inject
    private Paces paces;

    @Inject
    private Connections connections;

    @Inject
    private Clock clock;

    /** As it was read last; nothing while nobody waits here. */
    private volatile Queues line = Queues.NONE;

    private volatile boolean changed;
    private long readAt;
    private long restsUntil;
    private ScheduledFuture<?> ticking;

    @PostConstruct
    void start() {
        readAt = System.nanoTime();
        restsUntil = readAt;
        ticking = new Steady(LOG, "Waiting visitors were not told their place; it is tried again", this::tick)
                .every(timer, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }

    /** A screen has come whose visitor is in this conversation. */
    void arrived(Conversation now) {
        if (Queues.waits(now)) changed = true;
    }

    void onCommitted(@Observes Committed committed) {
        for (Happened happened : committed.news()) look(happened.conversation());
    }

    void onElsewhere(@Observes Elsewhere elsewhere) {
        elsewhere.conversations().forEach(this::look);
    }

    /** On the way of every entry: no more than a look at the map. */
    private void look(Conversation now) {
        if (changed || !line.isChangedBy(now)) return;
        boolean mattersHere =
                line.isKnown(now.id()) || !connections.of(now.visitor()).isEmpty();
        if (mattersHere) changed = true;
    }

    private void tick() {
        try {
            if (isDue()) read();
            tell();
        } catch (RuntimeException | Error notRead) {
            changed = true;
            throw notRead;
        }
    }

    private boolean isDue() {
        long now = System.nanoTime();
        if (now - restsUntil < 0) return false;
        boolean looksAround = !line.isEmpty() && now - readAt >= TimeUnit.SECONDS.toNanos(LOOK_AROUND_SECONDS);
        return changed || looksAround;
    }

    private void read() {
        readAt = System.nanoTime();
        // First this: what changes while it is read is read again.
        changed = false;
        Queues before = line;
        Queues now = Queues.of(waiting.front(MOST));
        line = now.places().stream().anyMatch(this::isHere) ? now : Queues.NONE;
        restsUntil = System.nanoTime() + REST * (System.nanoTime() - readAt);
        for (Place left : before.places()) {
            if (now.isKnown(left.conversation())) continue;
            for (VisitorScreen screen : connections.of(left.visitor())) screen.queue(left.conversation(), null, null);
        }
    }

    private boolean isHere(Place place) {
        return !connections.of(place.visitor()).isEmpty();
    }

    private void tell() {
        Instant now = clock.instant();
        for (Place place : line.places()) {
            if (!isHere(place)) continue;
            Integer minutes =
                    paces.of(place.site(), place.department()).minutes(place.position(), place.firstSince(), now);
            for (VisitorScreen screen : connections.of(place.visitor())) {
                screen.queue(place.conversation(), place.position(), minutes);
            }
        }
    }
}
