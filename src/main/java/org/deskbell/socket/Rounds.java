package org.deskbell.socket;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** What is done again and again, one round after the other, by the workers: no part keeps the next one from its turn, and no round the next. */
final class Rounds {
    private final Errands errands;
    private final Consumer<Throwable> failed;
    /** A regular round is still waiting for its turn. */
    private final AtomicBoolean waiting = new AtomicBoolean();

    private volatile boolean failing;

    /** {@code failed} is told of the first failure, and again only once all went well between. */
    Rounds(Errands errands, Consumer<Throwable> failed) {
        this.errands = errands;
        this.failed = failed;
    }

    /** To be called regularly; where the workers lag behind, these rounds do not pile up. */
    void regular(Runnable... parts) {
        if (waiting.getAndSet(true)) return;
        offer(() -> {
            waiting.set(false);
            run(List.of(parts));
        });
    }

    /** Beside the regular ones, and soon. False, and lost, where the workers have too much to do already. */
    boolean once(Runnable... parts) {
        return offer(() -> run(List.of(parts)));
    }

    private boolean offer(Runnable round) {
        boolean taken = errands.offer(round);
        // What is not taken may take with it what waited: the next regular round is offered in any case.
        if (!taken) waiting.set(false);
        return taken;
    }

    private void run(List<Runnable> parts) {
        boolean well = true;
        for (Runnable part : parts) well &= wentWell(part);
        if (well) failing = false;
    }

    private boolean wentWell(Runnable part) {
        try {
            part.run();
            return true;
        } catch (RuntimeException | Error notDone) {
            if (!failing) failed.accept(notDone);
            failing = true;
            return false;
        }
    }
}
