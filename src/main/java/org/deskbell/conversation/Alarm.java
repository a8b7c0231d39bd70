package org.deskbell.conversation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deskbell.operations.Steady;
import org.deskbell.site.SiteId;

/**
 * Wakes conversations whose time has come, and ends those in which a site waits no longer. Every node looks; whether there is still
 * something to do is decided under the row's lock, so each is woken or ended once.
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
    private Patiences patiences;

    @Inject
    private Instance<Occupation> occupations;

    @Inject
    private MessageLog log;

    @Inject
    private Clock clock;

    private Occupation occupation;
    private ScheduledFuture<?> ticking;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        List<Occupation> all = occupations.stream().toList();
        occupation = (in, at) -> all.stream().anyMatch(each -> each.lasts(in, at));
        ticking = new Steady(LOG, "What is to be woken or ended is not known; it is asked again", this::tick)
                .every(timer, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }

    private void tick() {
        wakeUp();
        patiences.ending().forEach(this::giveUp);
    }

    private void wakeUp() {
        for (Conversation due : conversations.due(clock.instant(), AT_ONCE)) {
            log.submit(new Change.Wake(due.id(), by(due.site()), null, Reply.NOBODY));
        }
    }

    private void giveUp(SiteId site, Patience patience) {
        Instant now = clock.instant();
        for (Conversation silent : conversations.silent(site, patience.since(now), AT_ONCE)) {
            if (!occupation.lasts(silent, now))
                log.submit(new Change.GiveUp(silent.id(), by(site), patience, occupation));
        }
    }

    private static Author by(SiteId site) {
        return new Author(Side.SITE, site.value(), null);
    }
}
