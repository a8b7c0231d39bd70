package org.deskbell.socket;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** What one connection asked for and takes longer: done in order, one at a time, by the workers. */
final class Errands {
    private static final System.Logger LOG = System.getLogger(Errands.class.getName());
    private static final int MOST = 128;

    private final Workers workers;
    private final Deque<Runnable> waiting = new ArrayDeque<>(2);
    private boolean running;

    Errands(Workers workers) {
        this.workers = workers;
    }

    /** False where this connection, or the server, has too much to do already. */
    boolean offer(Runnable errand) {
        synchronized (this) {
            if (waiting.size() >= MOST) return false;
            waiting.add(errand);
            if (running) return true;
            running = true;
        }
        if (workers.offer(this::run)) return true;
        synchronized (this) {
            running = false;
            waiting.clear();
        }
        return false;
    }

    private void run() {
        while (true) {
            Runnable errand;
            synchronized (this) {
                errand = waiting.poll();
                if (errand == null) {
                    running = false;
                    return;
                }
            }
            try {
                errand.run();
            } catch (RuntimeException | Error bug) {
                LOG.log(Level.ERROR, "Errands go on after an error", bug);
            }
        }
    }
}
