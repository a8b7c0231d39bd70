package org.deskbell.support;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what has to come, never longer than it may take. */
public final class Await {

    /** How long a test waits for something that normally takes milliseconds, on a busy machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("tests.patience", 20));

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    public static void until(String what, Duration patience, BooleanSupplier condition) {
        until(() -> what, patience, condition);
    }

    /** {@code what} is asked only on failure, so it may describe the state at that moment. */
    public static void until(Supplier<String> what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come within " + patience.toMillis() + " ms: " + what.get());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** The first value that is not null. */
    public static <T> T value(String what, Duration patience, Supplier<T> source) {
        Object[] found = new Object[1];
        until(what, patience, () -> (found[0] = source.get()) != null);
        @SuppressWarnings("unchecked")
        T value = (T) found[0];
        return value;
    }

    public static <T> T value(String what, Supplier<T> source) {
        return value(what, PATIENCE, source);
    }

    public static <T> T result(String what, Future<T> future) {
        return result(what, PATIENCE, future);
    }

    public static <T> T result(String what, Duration patience, Future<T> future) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("did not come within " + patience.toMillis() + " ms: " + what, late);
        } catch (ExecutionException failed) {
            throw new AssertionError(what + " failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        }
    }

    /** Holds that something does not happen for a while; the only place where a test lets time pass. */
    public static void never(String what, Duration span, BooleanSupplier condition) {
        long end = System.nanoTime() + span.toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                throw new AssertionError("must not happen: " + what);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Lets time pass where the passing of time is what is tested. */
    public static void pass(Duration span) {
        never("", span, () -> false);
    }
}
