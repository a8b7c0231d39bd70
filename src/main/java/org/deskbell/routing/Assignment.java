package org.deskbell.routing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.deskbell.conversation.Committed;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Elsewhere;
import org.deskbell.conversation.Happened;
import org.deskbell.conversation.Kind;
import org.deskbell.presence.AgentsChanged;

/**
 * Gives out waiting conversations whenever something has changed that may let one go: it is only woken by those who tell of it, and reads
 * the store on a thread of its own.
 */
@ApplicationScoped
public class Assignment {
    private static final System.Logger LOG = System.getLogger(Assignment.class.getName());
    private static final int STOP_MILLIS = 5_000;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Giving giving;

    private final Semaphore woken = new Semaphore(0);
    private Thread worker;
    private volatile boolean stopping;
    private boolean failing;

    @PostConstruct
    void start() {
        worker = threads.newThread(this::work);
        worker.setName("deskbell-assignment");
        worker.start();
    }

    /** No interrupt: it would close H2's file under a statement. */
    @PreDestroy
    void stop() {
        stopping = true;
        woken.release();
        try {
            worker.join(STOP_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it look. Never blocks. */
    void wake() {
        woken.release();
    }

    void onCommitted(@Observes Committed committed) {
        for (Happened happened : committed.news()) {
            if (happened.entry().kind() == Kind.CLAIMED)
                giving.settled(happened.entry().conversation());
            if (matters(happened)) wake();
        }
    }

    /** It waits, or it makes room. */
    private static boolean matters(Happened happened) {
        Conversation after = happened.conversation();
        return switch (happened.entry().kind()) {
            case MARKED, ASSISTED, RATED, NOTED, HEEDED, LABELLED, JOINED, LEFT -> false;
            case POSTED -> after.open() && after.owner() == null;
            // Its own work is no reason to look again.
            case CLAIMED -> !happened.entry().isAssigned();
            default -> true;
        };
    }

    void onElsewhere(@Observes Elsewhere elsewhere) {
        if (elsewhere.conversations().stream().anyMatch(each -> !each.open() || each.owner() == null)) wake();
    }

    void onAgents(@Observes AgentsChanged changed) {
        wake();
    }

    void onRemits(@Observes RemitsChanged changed) {
        wake();
    }

    void onRules(@Observes(during = TransactionPhase.AFTER_SUCCESS) RulesChanged changed) {
        giving.rulesChanged();
        wake();
    }

    private void work() {
        Rest rest = new Rest(System.nanoTime());
        try {
            while (!stopping) {
                woken.acquire();
                woken.drainPermits();
                long began = System.nanoTime();
                if (!stopping) giveOut();
                TimeUnit.NANOSECONDS.sleep(rest.after(began, System.nanoTime()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveOut() {
        try {
            giving.round(this::wake);
            failing = false;
        } catch (RuntimeException | Error notNow) {
            if (!failing) LOG.log(Level.WARNING, "Waiting conversations were not given out; it is tried again", notNow);
            failing = true;
            giving.failed();
        }
    }
}
