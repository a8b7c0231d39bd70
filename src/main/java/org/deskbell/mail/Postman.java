package org.deskbell.mail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.deskbell.operations.Steady;

/**
 * Sends what waits, on one thread of its own: a mail server that is slow or gone holds up mails and nothing else. Every node looks; which one
 * sends a mail, {@link Tray#claim} decides.
 */
@ApplicationScoped
public class Postman {
    private static final System.Logger LOG = System.getLogger(Postman.class.getName());
    private static final int EVERY_SECONDS = 5;
    private static final int SWEEP_MINUTES = 30;
    private static final int LAST_SECONDS = 5;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private MailSession session;

    @Inject
    private Outgoing outgoing;

    @Inject
    private AgentMails agents;

    @Inject
    private Handover handover;

    private final Steady sending =
            new Steady(LOG, "Mails that wait could not be looked through; it is tried again", this::send);
    private ThreadPoolExecutor round;
    private ScheduledFuture<?> ticking;
    private ScheduledFuture<?> sweeping;
    private volatile boolean stopping;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        // One round at work and one behind it: what came meanwhile is not forgotten, and more rounds would find
        // nothing.
        round = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                threads,
                new ThreadPoolExecutor.DiscardPolicy());
        ticking = new Steady(LOG, "Nobody looks for mails that wait now; it is tried again", this::look)
                .every(timer, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        sweeping = new Steady(LOG, "Old mails could not be deleted now; it is tried again", this::sweep)
                .every(timer, 1, SWEEP_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        ticking.cancel(false);
        sweeping.cancel(false);
        round.shutdown();
        try {
            // What the mail server is just taking is not sent once more by another node.
            boolean over = round.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
            if (!over) LOG.log(Level.INFO, "A mail is still on its way to the mail server while this node stops");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    void onOrdered(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailOrdered mail) {
        look();
    }

    private void look() {
        round.execute(sending);
    }

    private void send() {
        while (!stopping && session.isThere()) {
            boolean toVisitor = sendOne(outgoing);
            boolean toAgent = sendOne(agents);
            if (!toVisitor && !toAgent) break;
        }
    }

    /** Whether there was one: of two boxes none waits until the other is empty. */
    private boolean sendOne(Tray from) {
        Optional<Mail> next = from.claim();
        next.ifPresent(mail -> handover.of(mail, from));
        return next.isPresent();
    }

    private void sweep() {
        int unsent = outgoing.sweep() + agents.sweep();
        if (unsent > 0) {
            LOG.log(Level.WARNING, "{0} mails have waited for a mail session for a day and were given up", unsent);
        }
    }
}
