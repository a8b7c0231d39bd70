package org.deskbell.bus;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.deskbell.bus.Hearing.Word;
import org.deskbell.bus.NodeTables.Lane;
import org.deskbell.bus.NodeTables.Row;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;
import org.deskbell.store.StoreReady;

/**
 * Carries words to the other nodes through the store: one thread writes what is told, and reads what others wrote. While this node is
 * alone nothing is written or read but the beat.
 */
@ApplicationScoped
public class Bus {
    private static final System.Logger LOG = System.getLogger(Bus.class.getName());
    private static final int LAST = 3_000;
    private static final int WORDS = 0;
    private static final int LOG_LANE = 1;
    private static final int MOST = 500;

    /** So much may wait before what may be lost is. */
    private static final int CHARACTERS = 4_000_000;

    private static final int WORDS_WAITING = 2_000;

    /** What goes into one row: H2 takes a text of a million characters. */
    private static final int ROW_CHARACTERS = 500_000;

    private static final long FORGET_NANOS = 10_000_000_000L;

    /** Only wakes the thread. */
    private static final String NO_WORD = "";

    /** In a hurry others are heard so often at most: what came together is read together. */
    private static final int HURRY_MILLIS = 20;

    @Resource
    private ManagedThreadFactory threads;

    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Inject
    private Settings settings;

    @Inject
    private Neighbours neighbours;

    @Inject
    private Hearing hearing;

    @Inject
    private Channels channels;

    private final BlockingQueue<String> told = new ArrayBlockingQueue<>(10_000);
    private final Map<Lane, Long> marks = new HashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong characters = new AtomicLong();
    private final AtomicBoolean hurried = new AtomicBoolean();
    private List<String> unwritten = new ArrayList<>();
    private long number;
    private long beatDue;
    private long forgetDue;
    private boolean failing;
    private volatile boolean stopping;
    private volatile long exchanged;
    private Thread thread;

    void begin(@Observes @Priority(LAST) StoreReady ready) {
        beatDue = System.nanoTime();
        forgetDue = beatDue;
        round(false);
        thread = threads.newThread(this::run);
        thread.setName("deskbell-bus");
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (thread == null) return;
        try {
            thread.join(5_000);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says a word to all other nodes, soon; to nobody where there is none. Never blocks: what is too much is left out. */
    public void tell(String topic, String text) {
        if (neighbours.alone()) return;
        String line = Word.line(topic, text);
        if (told.offer(line)) characters.addAndGet(line.length());
    }

    /** As {@link #tell}, for what is large and may be lost: false, and nothing is told, where much waits already. */
    public boolean tellIfRoom(String topic, String text) {
        if (characters.get() + text.length() > CHARACTERS || told.size() >= WORDS_WAITING) return false;
        tell(topic, text);
        return true;
    }

    /** Somebody here waits for what another node wrote: it is read at once, instead of with the next look. */
    public void hurry() {
        if (hurried.compareAndSet(false, true)) told.offer(NO_WORD);
    }

    /**
     * The log's writer says a word inside its own transaction, where this node is not alone. It is the only one who may: its numbers become
     * visible in order. What all nodes hear by Redis is not written.
     */
    public void write(Connection transaction, String topic, String text) throws SQLException {
        if (channels.reachAll()) return;
        tables(transaction).tell(LOG_LANE, numbers.incrementAndGet(), Word.line(topic, text));
    }

    /** For how long the store has not answered here. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - exchanged);
    }

    private void run() {
        int pause = settings.number(Setting.NODE_POLL);
        while (!stopping) {
            try {
                String word = told.poll(pause, TimeUnit.MILLISECONDS);
                if (word != null) unwritten.add(word);
                if (hurried.get()) TimeUnit.MILLISECONDS.sleep(HURRY_MILLIS);
                round(hurried.getAndSet(false));
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | Error bug) {
                LOG.log(Level.ERROR, "The bus goes on after an error", bug);
            }
        }
    }

    private void round(boolean hurry) {
        long now = System.nanoTime();
        boolean beat = now - beatDue >= 0;
        if (!beat && neighbours.alone()) return;
        try (Connection connection = source.getConnection()) {
            NodeTables tables = tables(connection);
            if (beat) {
                long every = settings.number(Setting.NODE_BEAT) * 1_000_000L;
                neighbours.beat(tables, channels.tend(every));
                beatDue = now + every;
            }
            if (!neighbours.alone()) exchange(tables, hurry);
            else written();
            if (now - forgetDue >= 0) {
                tables.forget();
                forgetDue = now + FORGET_NANOS;
            }
            failing = false;
            exchanged = now;
        } catch (SQLException noStore) {
            if (!failing) LOG.log(Level.WARNING, "Other nodes are not heard: the store does not answer");
            failing = true;
        }
    }

    private void exchange(NodeTables tables, boolean hurry) throws SQLException {
        told.drainTo(unwritten, MOST - Math.min(MOST, unwritten.size()));
        unwritten.removeIf(NO_WORD::equals);
        for (String row : rows()) tables.tell(WORDS, ++number, row);
        written();
        marks.keySet().removeIf(lane -> !neighbours.others().contains(lane.node()));
        for (String node : neighbours.others()) {
            marks.putIfAbsent(new Lane(node, WORDS), 0L);
            marks.putIfAbsent(new Lane(node, LOG_LANE), 0L);
        }
        List<Word> said = new ArrayList<>();
        for (Row row : tables.behind(marks)) {
            marks.put(new Lane(row.node(), row.lane()), row.number());
            row.told().lines().forEach(line -> said.add(Word.parse(row.node(), line)));
        }
        if (hurry || !said.isEmpty()) hearing.pass(said);
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        for (String word : unwritten) {
            if (!row.isEmpty() && row.length() + word.length() > ROW_CHARACTERS) {
                rows.add(row.toString());
                row.setLength(0);
            }
            row.append(word).append('\n');
        }
        if (!row.isEmpty()) rows.add(row.toString());
        return rows;
    }

    private void written() {
        for (String word : unwritten) characters.addAndGet(-word.length());
        unwritten.clear();
    }

    private NodeTables tables(Connection connection) {
        return new NodeTables(connection, neighbours.self(), neighbours.dead());
    }
}
