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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deskbell.operations.Steady;

/** Deletes, every hour, what is kept of visitors who only looked around and did not come again for 30 days. */
@ApplicationScoped
public class PassersBy {
    private static final System.Logger LOG = System.getLogger(PassersBy.class.getName());

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Silent silent;

    private ScheduledFuture<?> ticking;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        ticking = new Steady(
                        LOG, "Visitors who only looked around could not be deleted now; it is tried again", this::sweep)
                .every(timer, 5, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }

    private void sweep() {
        int deleted = 0;
        for (int some = silent.deleteSome(); some > 0; some = silent.deleteSome()) deleted += some;
        if (deleted > 0)
            LOG.log(Level.INFO, "{0} visitors who only looked around were deleted", String.valueOf(deleted));
    }
}
