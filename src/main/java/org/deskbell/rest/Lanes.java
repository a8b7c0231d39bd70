package org.deskbell.rest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for bodies that come and go slowly, so that the server's own, of which there may be five, never wait for a phone. */
@ApplicationScoped
public class Lanes {
    private static final int THREADS = 16;
    private static final int WAITING = 200;

    @Resource
    private ManagedThreadFactory threads;

    private ThreadPoolExecutor up;
    private ThreadPoolExecutor down;

    @PostConstruct
    void start() {
        up = pool();
        down = pool();
    }

    private ThreadPoolExecutor pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @PreDestroy
    void stop() {
        up.shutdown();
        down.shutdown();
    }

    /** False where too many wait already. */
    boolean up(Runnable work) {
        return offer(up, work);
    }

    /** False where too many wait already. */
    boolean down(Runnable work) {
        return offer(down, work);
    }

    private static boolean offer(ThreadPoolExecutor pool, Runnable work) {
        try {
            pool.execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }
}
