package org.deskbell.operations;

import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Work that is done again and again and goes on whatever one round throws. A timer never again runs a task that has thrown, and what is
 * thrown may be an Error that passes: where descriptors are used up, a class cannot be loaded for a while.
 */
public final class Steady implements Runnable {
    private final System.Logger log;
    private final String failure;
    private final Runnable round;
    private volatile boolean failing;

    /** @param failure a sentence for the log, written with the cause when a round fails and the one before did not */
    public Steady(System.Logger log, String failure, Runnable round) {
        this.log = log;
        this.failure = failure;
        this.round = round;
    }

    /** Begins after {@code first}, with {@code pause} from the end of a round to the next, until it is cancelled. */
    public ScheduledFuture<?> every(ScheduledExecutorService timer, long first, long pause, TimeUnit unit) {
        return timer.scheduleWithFixedDelay(this, first, pause, unit);
    }

    /** One round; throws nothing. */
    @Override
    public void run() {
        try {
            round.run();
            failing = false;
        } catch (RuntimeException | Error thrown) {
            if (!failing) log.log(Level.WARNING, failure, thrown);
            failing = true;
        }
    }
}
