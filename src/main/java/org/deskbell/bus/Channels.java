package org.deskbell.bus;

import io.micrometer.core.instrument.Gauge;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.deskbell.bus.Hearing.Word;
import org.deskbell.operations.Meters;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;
import org.deskbell.store.StoreReady;

/**
 * Carries words by Redis or Valkey to the nodes that listen for them and to no others. Only what may be lost goes this way: whatever
 * matters is in the store, where nodes look for it besides. Without {@code deskbell.redis} nothing here does anything.
 */
@ApplicationScoped
public class Channels {
    private static final System.Logger LOG = System.getLogger(Channels.class.getName());
    private static final int BEFORE_THE_BUS = 2_900;
    private static final int WAITING = 10_000;
    private static final int AT_ONCE = 500;

    /** So long a pause is between two readings, so that words which follow each other closely are read together; one alone does not wait. */
    private static final int GATHER_MILLIS = 20;

    private static final String ECHO = "echo";
    private static final long SECOND = 1_000_000_000L;

    /** Lettuce notices a connection that was closed, but not one on which nobody answers: after this long, nanoseconds, dial anew. */
    private static final long PATIENCE = 8 * SECOND;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Settings settings;

    @Inject
    private Neighbours neighbours;

    @Inject
    private Hearing hearing;

    @Inject
    private Meters meters;

    private final Map<String, Integer> wanted = new ConcurrentHashMap<>();
    private final BlockingQueue<Word> arrived = new ArrayBlockingQueue<>(WAITING);
    private volatile RedisLine line;
    private volatile boolean stopping;
    private volatile long echoed;
    private volatile boolean open;
    private long patientUntil;
    private boolean complained;
    private String prefix;
    private Thread thread;

    void begin(@Observes @Priority(BEFORE_THE_BUS) StoreReady ready) {
        String address = settings.text(Setting.REDIS);
        if (address.isEmpty()) return;
        prefix = "deskbell:" + ready.epoch() + ":";
        line = new RedisLine(address, this::arrive);
        listen(own());
        patientUntil = System.nanoTime() + PATIENCE;
        Gauge.builder("deskbell.redis", this, channels -> channels.open ? 1 : 0)
                .description("1 while words between nodes go by Redis")
                .register(meters.registry());
        thread = threads.newThread(this::run);
        thread.setName("deskbell-redis");
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (line == null) return;
        line.close();
        try {
            thread.join(5_000);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on, until as many calls of {@link #ignore}, what is said on this channel is heard here. Never blocks. */
    public void listen(String channel) {
        RedisLine to = line;
        wanted.compute(channel, (name, count) -> {
            if (count == null && to != null) to.subscribe(prefix + name);
            return count == null ? 1 : count + 1;
        });
    }

    public void ignore(String channel) {
        RedisLine to = line;
        wanted.computeIfPresent(channel, (name, count) -> {
            if (count == 1 && to != null) to.unsubscribe(prefix + name);
            return count == 1 ? null : count - 1;
        });
    }

    /** Whether somebody here needs what is said on this channel, whichever way it comes. */
    public boolean hears(String channel) {
        return wanted.containsKey(channel);
    }

    /** Whether what is published now has a way to go. */
    public boolean isOpen() {
        return open;
    }

    /** Says a word to the nodes that listen on this channel now. Never blocks; it may be lost, and is where Redis does not answer. */
    public void publish(String channel, String topic, String text) {
        if (open && !neighbours.alone()) send(channel, topic, text);
    }

    private void send(String channel, String topic, String text) {
        line.publish(prefix + channel, neighbours.self() + ' ' + Word.line(topic, text));
    }

    /** Whether all nodes hear each other by Redis, so that the store need not carry what it carries. */
    boolean reachAll() {
        return open && neighbours.allByRedis();
    }

    /**
     * To be called with each beat: comes again where the connection is lost, listens again for what was missed meanwhile, and says a
     * word to itself, which shows that the way there and back works. True while it does.
     */
    boolean tend(long beatNanos) {
        RedisLine to = line;
        if (to == null || stopping) return false;
        long now = System.nanoTime();
        boolean answers = echoed != 0 && now - echoed < 3 * beatNanos + SECOND;
        if (answers) answers(now);
        else doesNotAnswer(now, to);
        to.tend(prefixed());
        send(own(), ECHO, "");
        return answers;
    }

    private void answers(long now) {
        patientUntil = now + PATIENCE;
        if (open) return;
        open = true;
        complained = false;
        LOG.log(Level.INFO, "News between nodes go by Redis");
    }

    private void doesNotAnswer(long now, RedisLine to) {
        boolean late = now - patientUntil >= 0;
        if (late) {
            to.hangUp();
            patientUntil = now + PATIENCE;
        }
        if ((open || late) && !complained) {
            complained = true;
            LOG.log(Level.WARNING, "Redis does not answer; until it does, nodes read each other's news from the store");
        }
        open = false;
    }

    private Set<String> prefixed() {
        Set<String> all = new HashSet<>();
        for (String channel : wanted.keySet()) all.add(prefix + channel);
        return all;
    }

    private String own() {
        return "node:" + neighbours.self();
    }

    /** On Redis' own thread, which must not wait: what is too much is lost, as it may be. */
    private void arrive(String message) {
        int space = message.indexOf(' ');
        if (space < 0 || message.indexOf(' ', space + 1) < 0) return;
        Word word = Word.parse(message.substring(0, space), message.substring(space + 1));
        if (!word.node().equals(neighbours.self())) arrived.offer(word);
        else if (word.topic().equals(ECHO)) echoed = System.nanoTime();
    }

    private void run() {
        List<Word> words = new ArrayList<>();
        while (!stopping) {
            try {
                Word first = arrived.poll(500, TimeUnit.MILLISECONDS);
                if (first == null) continue;
                words.clear();
                words.add(first);
                arrived.drainTo(words, AT_ONCE);
                hearing.pass(words);
                if (arrived.size() < AT_ONCE) Thread.sleep(GATHER_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | Error bug) {
                LOG.log(Level.ERROR, "Words by Redis are heard on after an error", bug);
            }
        }
    }
}
