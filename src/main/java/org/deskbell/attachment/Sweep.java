package org.deskbell.attachment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deskbell.operations.Steady;
import org.deskbell.site.SiteGoes;
import org.deskbell.visitor.VisitorForgotten;

/** Deletes the bytes of what is not wanted any more: at once after a visitor was forgotten or a site deleted, and every ten minutes. */
@ApplicationScoped
public class Sweep {
    private static final System.Logger LOG = System.getLogger(Sweep.class.getName());
    private static final int EVERY_MINUTES = 10;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Unwanted unwanted;

    private final Steady sweeping = new Steady(LOG, "Files could not be deleted now; it is tried again", this::sweep);
    private ScheduledFuture<?> ticking;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        ticking = sweeping.every(timer, 1, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }

    void onForgotten(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorForgotten forgotten) {
        timer.execute(sweeping);
    }

    void onSiteGone(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteGoes gone) {
        timer.execute(sweeping);
    }

    private void sweep() {
        unwanted.leftBehind();
        List<String> ids = unwanted.some();
        int deleted = 0;
        for (String id : ids) if (unwanted.delete(id)) deleted++;
        if (deleted > 0) LOG.log(Level.INFO, "{0} files were deleted", String.valueOf(deleted));
    }
}
