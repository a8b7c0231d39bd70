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
import org.deskbell.conversation.Changed;
import org.deskbell.operations.Steady;

/** Looks now and then for what other nodes did and nobody heard of: lost words lose nothing. */
@ApplicationScoped
public class Lookout {
    private static final System.Logger LOG = System.getLogger(Lookout.class.getName());
    private static final int EVERY_SECONDS = 2;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Changed changed;

    private ScheduledFuture<?> ticking;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        ticking = new Steady(LOG, "What other nodes did could not be looked up", changed::look)
                .every(timer, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }
}
