package org.deskbell.socket;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deskbell.operations.Drain;
import org.deskbell.operations.Draining;
import org.deskbell.operations.Steady;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/**
 * Asks all clients to move (1012), spread over {@code deskbell.drain.seconds} so that the other nodes are not stormed, and says
 * when the last one is gone. What a client has not been told yet, it reads elsewhere; what was not acknowledged, it sends again.
 */
@ApplicationScoped
public class Farewell {
    private static final System.Logger LOG = System.getLogger(Farewell.class.getName());
    private static final int EVERY_MILLIS = 250;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Connections connections;

    @Inject
    private Settings settings;

    @Inject
    private Drain drain;

    private ScheduledFuture<?> ticking;
    private int ticks;

    synchronized void onDraining(@Observes Draining draining) {
        stop();
        if (!draining.on()) return;
        ticks = settings.number(Setting.DRAIN_SECONDS) * 1_000 / EVERY_MILLIS;
        ticking = new Steady(LOG, "The farewell goes on after an error", this::tick)
                .every(timer, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    synchronized void stop() {
        if (ticking != null) ticking.cancel(false);
        ticking = null;
    }

    private synchronized void tick() {
        if (ticking == null) return;
        Collection<Connection> here = connections.all();
        int share = ticks <= 0 ? here.size() : (here.size() + ticks - 1) / ticks;
        here.stream().limit(share).forEach(this::ask);
        ticks--;
        if (drain.left() == 0) {
            LOG.log(Level.INFO, "This server is empty and may be stopped");
            stop();
        }
    }

    /** First what was sent goes out; a reader that takes too long for that is closed all the same when the time is up. */
    private void ask(Connection connection) {
        if (ticks <= 0) connection.close(CloseCodes.RESTART, "moving");
        else connection.whenDrained(() -> connection.close(CloseCodes.RESTART, "moving"));
        if (connection.isOver()) connections.remove(connection);
    }
}
