package org.deskbell.conversation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.deskbell.settings.Settings;

/**
 * The one writer of conversations on this node: group commit. Changes wait in a bounded queue; a thread takes what is there,
 * without a timer, and makes it one transaction; after the commit it tells what happened. So an idle server commits at
 * once, and a busy one in batches that grow by themselves. The lock of a conversation's row gives the {@code seq}, so any
 * number of nodes may write.
 */
@ApplicationScoped
public class MessageLog {
    private static final System.Logger LOG = System.getLogger(MessageLog.class.getName());
    private static final int RETRY_SECONDS = 2;

    @Resource
    private ManagedThreadFactory threads;

    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    @Inject
    private Event<Committed> committed;

    private BlockingQueue<Change> queue;
    private List<Change> first = new ArrayList<>();
    private ConversationIds ids;
    private int most;
    private Thread writer;
    private volatile boolean stopping;

    @PostConstruct
    void start() {
        queue = new ArrayBlockingQueue<>(settings.number("log.queue", 4_096, 1, 1_000_000));
        most = settings.number("log.batch", 128, 1, 1_000);
        ids = new ConversationIds(this::nextIds);
        writer = threads.newThread(this::write);
        writer.setName("deskbell-log");
        writer.start();
    }

    /** Finishes what was taken, so that nothing is left without an answer. */
    @PreDestroy
    void stop() {
        stopping = true;
        writer.interrupt();
        try {
            writer.join(10_000);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Puts the change into the queue; its outcome comes by {@link Committed} or by its reply. Never blocks: a full queue is refused
     * {@code busy}, a failing database {@code storage}; both may be tried again with the same ref.
     */
    public void submit(Change change) {
        if (stopping || !queue.offer(change)) change.reply().refused(Refusal.later("busy", RETRY_SECONDS));
    }

    private void write() {
        while (!stopping || !queue.isEmpty()) {
            try {
                commit(take());
            } catch (InterruptedException stopped) {
                // the loop's condition decides
            } catch (RuntimeException bug) {
                LOG.log(Level.ERROR, "The log's writer goes on after an error", bug);
            }
        }
    }

    private List<Change> take() throws InterruptedException {
        List<Change> batch = first;
        first = new ArrayList<>();
        if (batch.isEmpty()) batch.add(stopping ? queue.remove() : queue.take());
        queue.drainTo(batch, most - batch.size());
        return batch;
    }

    private void commit(List<Change> changes) {
        Batch batch;
        try {
            batch = inTransaction(changes);
        } catch (SQLException failure) {
            isolate(changes, failure);
            return;
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "A batch of changes failed", bug);
            refuse(changes, Refusal.later("storage", RETRY_SECONDS));
            return;
        }
        first.addAll(batch.again());
        List<Happened> news = batch.news();
        if (!news.isEmpty()) committed.fire(new Committed(news));
        batch.replies().forEach(Runnable::run);
    }

    private Batch inTransaction(List<Change> changes) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Batch batch = new Batch(new LogTables(connection), ids, clock.instant());
                batch.run(changes);
                connection.commit();
                return batch;
            } catch (SQLException | RuntimeException failure) {
                rollback(connection);
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException alsoGone) {
            LOG.log(Level.DEBUG, "Rollback failed", alsoGone);
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
        LOG.log(Level.WARNING, "{0} changes were not written: {1}", changes.size(), failure.getMessage());
        refuse(changes, state.startsWith("22") ? Refusal.of("bad-text") : Refusal.later("storage", RETRY_SECONDS));
    }

    private static void refuse(List<Change> changes, Refusal refusal) {
        for (Change change : changes) change.reply().refused(refusal);
    }

    private long nextIds() {
        try (Connection connection = source.getConnection()) {
            return new LogTables(connection).nextConversationBlock();
        } catch (SQLException failure) {
            throw new IllegalStateException("No ids for new conversations", failure);
        }
    }
}
