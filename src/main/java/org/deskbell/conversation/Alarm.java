package org.deskbell.conversation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Wakes conversations whose time has come. Every node looks; whether there is still something to wake is decided under the row's lock, so
 * each is woken once.
 */
@ApplicationScoped
public class Alarm {
    private static final System.Logger LOG = System.getLogger(Alarm.class.getName());
    private static final int EVERY_SECONDS = 5;

    /** The rest waits for the next time: on a Monday at nine everything wakes at once. */
    private static final int AT_ONCE = 200;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Conversations conversations;

    @Inject
    private MessageLog log;

    @Inject
    private Clock clock;

    private ScheduledFuture<?> ticking;
    private boolean failing;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        ticking = timer.scheduleWithFixedDelay(this::tick, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }

    private void tick() {
        try {
            for (Conversation due : conversations.due(clock.instant(), AT_ONCE)) {
                Author site = new Author(Side.SITE, due.site().value(), null);
                log.submit(new Change.Wake(due.id(), site, null, Reply.NOBODY));
            }
            failing = false;
        } catch (RuntimeException | Error notNow) {
            if (!failing) LOG.log(Level.WARNING, "What is to be woken is not known; it is asked again", notNow);
            failing = true;
        }
    }
}
