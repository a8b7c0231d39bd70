package org.deskbell.push;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.deskbell.operations.Meters;
import org.deskbell.push.PushMeters.Result;

/**
 * Sends what is to be pushed, on threads of its own and at most {@link #MOST} at a time in line: push services that are slow hold up each other and
 * nothing else. What waits here ends with the server: the log has it all.
 */
@ApplicationScoped
class Senders {
    private static final System.Logger LOG = System.getLogger(Senders.class.getName());
    private static final int THREADS = 4;
    private static final int MOST = 1_000;
    private static final int TRIES = 3;
    private static final int LAST_SECONDS = 5;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Courier courier;

    @Inject
    private Subscribers subscribers;

    @Inject
    private Meters meters;

    private PushMeters counted;
    private ThreadPoolExecutor pool;

    @PostConstruct
    void start() {
        counted = new PushMeters(meters.registry());
        pool = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST), threads);
        pool.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void stop() {
        // Nobody is interrupted: he may be at the database, and an interrupt closes the file of H2.
        pool.shutdown();
        pool.getQueue().clear();
        try {
            boolean over = pool.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
            if (!over) LOG.log(Level.INFO, "A push service is not waited for");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param topic what a later one replaces it by, or null */
    void send(Subscription to, String message, String topic) {
        queue(() -> tried(to, message, topic, 1), none -> {});
    }

    /** One try, of which is told what came of it, on another thread. */
    void once(Subscription to, String message, Consumer<Result> told) {
        queue(
                () -> {
                    Result result = Result.FAILED;
                    try {
                        result = done(to, courier.send(to, message, null));
                    } finally {
                        told.accept(result);
                    }
                },
                told);
    }

    /** Somebody is not called, since there is too much to do already. */
    void dropped() {
        counted.count(Result.DROPPED);
    }

    private void queue(Runnable sending, Consumer<Result> dropped) {
        try {
            pool.execute(() -> guarded(sending));
        } catch (RejectedExecutionException full) {
            dropped();
            dropped.accept(Result.DROPPED);
        }
    }

    private static void guarded(Runnable sending) {
        try {
            sending.run();
        } catch (RuntimeException | Error bug) {
            LOG.log(Level.WARNING, "A notification was not sent", bug);
        }
    }

    private void tried(Subscription to, String message, String topic, int tries) {
        Outcome outcome = courier.send(to, message, topic);
        boolean again = outcome.result() == Result.FAILED && tries < TRIES;
        if (outcome.result() == Result.FAILED && !again) outcome = Outcome.useless(outcome.said());
        done(to, outcome);
        if (!again) return;
        timer.schedule(
                () -> queue(() -> tried(to, message, topic, tries + 1), none -> {}),
                outcome.pause(tries).toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private Result done(Subscription to, Outcome outcome) {
        counted.count(outcome.result());
        if (outcome.result() == Result.GONE) subscribers.gone(to);
        if (outcome.result() == Result.FAILED || outcome.result() == Result.GIVEN_UP) {
            LOG.log(
                    outcome.result() == Result.FAILED ? Level.INFO : Level.WARNING,
                    "A notification was not taken by {0}: {1}",
                    URI.create(to.endpoint()).getHost(),
                    outcome.said());
        }
        return outcome.result();
    }
}
