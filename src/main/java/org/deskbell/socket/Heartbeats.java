package org.deskbell.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deskbell.operations.Steady;
import org.deskbell.protocol.Beat;
import org.deskbell.protocol.Encoder;

/** Finds connections that are dead or never began, and gives the others a sign of life. */
@ApplicationScoped
public class Heartbeats {
    private static final System.Logger LOG = System.getLogger(Heartbeats.class.getName());
    private static final long SECOND = 1_000_000_000L;
    private static final long EVERY = 20 * SECOND;
    private static final long DEAD = 40 * SECOND;
    private static final long HELLO = 10 * SECOND;

    /** Where our own thread was late by that much, the server slept, and silence proves nothing. */
    private static final long SLEPT = 5 * SECOND;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Connections connections;

    private final String beat = Encoder.encode(new Beat());
    private ScheduledFuture<?> ticking;
    private long last;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        last = System.nanoTime();
        ticking = new Steady(LOG, "Heartbeats go on after an error", this::tick).every(timer, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(true);
    }

    private void tick() {
        long now = System.nanoTime();
        boolean slept = now - last > SLEPT;
        last = now;
        for (Connection connection : connections.all()) check(connection, now, slept);
    }

    private void check(Connection connection, long now, boolean slept) {
        if (slept) connection.heard(now);
        if (connection.isReady()) connection.desk().tick(now);
        if (connection.isOver()) {
            connections.remove(connection);
        } else if (!connection.hasGreeted() && now - connection.opened() > HELLO) {
            connection.close(CloseCodes.NO_HELLO, "no hello");
        } else if (now - connection.heard() > DEAD) {
            connection.close(CloseCodes.SILENT, "not heard of");
        } else if (connection.beatIsDue(now, EVERY)) {
            connection.ping();
            if (connection.desk().speaksFrames()) connection.send(beat);
        }
    }
}
