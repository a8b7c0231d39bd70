package org.deskbell.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/**
 * Threads for what needs the database: callbacks of the container never wait. The default managed executor has another
 * number of threads and another queue on each server, so this is a bounded pool over the managed thread factory.
 */
@ApplicationScoped
public class Workers {
    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Settings settings;

    private ThreadPoolExecutor pool;

    @PostConstruct
    void start() {
        int size = settings.number(Setting.WORKERS);
        int queue = settings.number(Setting.WORKERS_QUEUE);
        pool = new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(queue), threads);
        pool.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void stop() {
        // No shutdownNow: an interrupt would close H2's file under the last transactions.
        pool.shutdown();
        try {
            if (!pool.awaitTermination(5, TimeUnit.SECONDS)) pool.getQueue().clear();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** False where there is too much to do already. */
    boolean offer(Runnable work) {
        try {
            pool.execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }
}
