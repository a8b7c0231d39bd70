package org.deskbell.conversation;

import java.lang.System.Logger.Level;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The loop behind {@link MessageLog}: takes what waits, makes it one transaction, answers and tells after the commit. One thread
 * runs it; any thread submits.
 */
final class GroupCommit implements Runnable {
    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());
    private static final int RETRY_SECONDS = 2;

    /** How long it may take to notice a stop: an interrupt would close H2's file under the transaction. */
    private static final int WAKE_MILLIS = 250;

    /**
     * A transaction costs as much as some thirty messages, and a batch's answers call forth the next messages: where the last batch held
     * several, those behind the first are waited for a moment (as PostgreSQL's commit_delay does). One alone is never kept waiting.
     */
    private static final long GATHER_NANOS = 150_000;

    private static final int BUSY = 8;

    private final DataSource source;
    private final Clock clock;
    private final int most;
    private final LogMeters meters;
    private final Consumer<Committed> tell;
    private final Note note;
    private final BlockingQueue<Change> queue;
    private List<Change> first = new ArrayList<>();
    private Connection held;
    private boolean busy;
    private volatile boolean stopping;

    /** @param waiting how many changes may wait; {@code most} how many go into one transaction */
    GroupCommit(
            DataSource source,
            Clock clock,
            int waiting,
            int most,
            LogMeters meters,
            Consumer<Committed> tell,
            Note note) {
        this.source = source;
        this.clock = clock;
        this.most = most;
        this.meters = meters;
        this.tell = tell;
        this.note = note;
        queue = new ArrayBlockingQueue<>(waiting);
    }

    /** What is written for other nodes in the same transaction. */
    interface Note {
        void write(Connection transaction, Batch batch) throws SQLException;
    }

    void submit(Change change) {
        if (stopping || !queue.offer(change)) change.reply().refused(Refusal.later("busy", RETRY_SECONDS));
    }

    /** How many changes wait. */
    int waiting() {
        return queue.size();
    }

    /** Takes nothing more; {@link #run} ends when what waits is done. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping || !queue.isEmpty() || !first.isEmpty()) {
            try {
                List<Change> batch = take();
                if (!batch.isEmpty()) commit(batch);
            } catch (InterruptedException stopped) {
                stopping = true;
            } catch (RuntimeException | Error bug) {
                LOG.log(Level.ERROR, "The log's writer goes on after an error", bug);
            }
        }
        giveBack();
    }

    private List<Change> take() throws InterruptedException {
        List<Change> batch = first;
        first = new ArrayList<>();
        if (batch.isEmpty()) {
            Change next = queue.poll(WAKE_MILLIS, TimeUnit.MILLISECONDS);
            if (next == null) {
                giveBack();
                return batch;
            }
            batch.add(next);
            if (busy) LockSupport.parkNanos(GATHER_NANOS);
        }
        queue.drainTo(batch, most - batch.size());
        busy = batch.size() >= BUSY;
        return batch;
    }

    private void commit(List<Change> changes) {
        Batch batch;
        try {
            batch = inTransaction(changes);
        } catch (SQLException failure) {
            isolate(changes, failure);
            return;
        } catch (UndeclaredThrowableException closed) {
            isolate(changes, new SQLException(closed));
            return;
        } catch (RuntimeException | Error bug) {
            LOG.log(Level.ERROR, "A batch of changes failed", bug);
            refuse(changes, Refusal.later("storage", RETRY_SECONDS));
            return;
        }
        first.addAll(batch.again());
        List<Happened> news = batch.news();
        if (!news.isEmpty()) tell.accept(new Committed(news));
        meters.told(changes, news);
        batch.replies().forEach(Runnable::run);
    }

    /** The connection is kept until nothing comes for a moment: borrowing one costs as much as a small transaction. */
    private Batch inTransaction(List<Change> changes) throws SQLException {
        try {
            if (held == null) {
                held = source.getConnection();
                held.setAutoCommit(false);
            }
            Batch batch = new Batch(new LogTables(held), clock.instant());
            batch.run(changes);
            note.write(held, batch);
            held.commit();
            return batch;
        } catch (SQLException | RuntimeException | Error failure) {
            rollback();
            throw failure;
        }
    }

    /** Payara 6.2025.9 says of a closed connection by an UndeclaredThrowableException that it is closed (GroupCommitTest). */
    private void rollback() {
        try {
            if (held != null) held.rollback();
        } catch (SQLException | RuntimeException alsoGone) {
            LOG.log(Level.DEBUG, "Rollback failed", alsoGone);
        }
        giveBack();
    }

    private void giveBack() {
        if (held == null) return;
        try (Connection done = held) {
            held = null;
            done.setAutoCommit(true);
        } catch (SQLException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "Connection was not given back well", gone);
        }
    }

    /** One bad row must not take the others with it: halves are tried by themselves. A lost database refuses all. */
    private void isolate(List<Change> changes, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        boolean oneRow = state.startsWith("22") || state.startsWith("23");
        if (oneRow && changes.size() > 1) {
            int half = changes.size() / 2;
            commit(new ArrayList<>(changes.subList(0, half)));
            commit(new ArrayList<>(changes.subList(half, changes.size())));
            return;
        }
        // Not the message: databases quote the row in it.
        LOG.log(Level.WARNING, "{0} changes were not written, SQLSTATE {1}", changes.size(), state);
        refuse(changes, state.startsWith("22") ? Refusal.of("bad-text") : Refusal.later("storage", RETRY_SECONDS));
    }

    private static void refuse(List<Change> changes, Refusal refusal) {
        for (Change change : changes) change.reply().refused(refusal);
    }
}
