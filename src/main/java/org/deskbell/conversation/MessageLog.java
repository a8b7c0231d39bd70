package org.deskbell.conversation;

import io.micrometer.core.instrument.Gauge;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Neighbours;
import org.deskbell.operations.Load;
import org.deskbell.operations.Meters;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/**
 * The one writer of conversations on this node: group commit. Changes wait in a bounded queue; a thread takes what is there,
 * without a timer, and makes it one transaction; after the commit it tells what happened. So an idle server commits at
 * once, and a busy one in batches that grow by themselves. The lock of a conversation's row gives the {@code seq}, so any
 * number of nodes may write.
 */
@ApplicationScoped
public class MessageLog implements Load {
    private static final int STOP_MILLIS = 10_000;

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

    @Inject
    private Neighbours neighbours;

    @Inject
    private Bus bus;

    @Inject
    private Meters meters;

    private GroupCommit work;
    private Thread writer;

    @PostConstruct
    void start() {
        int waiting = settings.number(Setting.LOG_QUEUE);
        int most = settings.number(Setting.LOG_BATCH);
        work = new GroupCommit(
                source, clock, waiting, most, new LogMeters(meters.registry()), committed::fire, this::note);
        Gauge.builder("deskbell.log.queue", work, GroupCommit::waiting)
                .description("Changes that wait to be written")
                .strongReference(true)
                .register(meters.registry());
        writer = threads.newThread(work);
        writer.setName("deskbell-log");
        writer.start();
    }

    /** A node alone pays nothing; others read which conversations changed and ask their own log for the rest. */
    private void note(Connection transaction, Batch batch) throws SQLException {
        if (neighbours.alone()) return;
        String changed = batch.touched().stream().map(String::valueOf).collect(Collectors.joining(","));
        if (!changed.isEmpty()) bus.write(transaction, Changed.TOPIC, changed);
    }

    @Override
    public int left() {
        return work.waiting();
    }

    /** Finishes what was taken, so that nothing is left without an answer. */
    @PreDestroy
    void stop() {
        work.stop();
        try {
            writer.join(STOP_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Puts the change into the queue; its outcome comes by {@link Committed} or by its reply. Never blocks: a full queue is refused
     * {@code busy}, a failing database {@code storage}; both may be tried again with the same ref.
     */
    public void submit(Change change) {
        work.submit(change);
    }
}
