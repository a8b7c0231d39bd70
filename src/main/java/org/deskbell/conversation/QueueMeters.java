package org.deskbell.conversation;

import io.micrometer.core.instrument.Gauge;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.deskbell.operations.Meters;

/**
 * How many conversations wait and for how long, asked from the database when somebody looks; {@code NaN} where it does not answer. The same on
 * every node.
 */
@ApplicationScoped
public class QueueMeters {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final long PATIENCE_MILLIS = 500;

    @Inject
    private Meters meters;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Conversations conversations;

    @Inject
    private Clock clock;

    private Future<Waiting> asked;
    private Optional<Waiting> last = Optional.empty();
    private Instant until = Instant.MIN;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        gauge("deskbell.waiting.conversations", "Open conversations nobody has", Waiting::conversations);
        gauge("deskbell.waiting.longest.seconds", "The longest wait of a visitor for an answer", this::longest);
    }

    private void gauge(String name, String what, ToDoubleFunction<Waiting> value) {
        Gauge.builder(name, () -> now().map(value::applyAsDouble).orElse(Double.NaN))
                .description(what)
                .strongReference(true)
                .register(meters.registry());
    }

    private double longest(Waiting waiting) {
        return waiting.since() == null
                ? 0
                : Duration.between(waiting.since(), clock.instant()).toMillis() / 1_000.0;
    }

    /** Waits a moment for the answer, and not soon again: while the database stands still, all other figures are read without it. */
    private synchronized Optional<Waiting> now() {
        if (clock.instant().isBefore(until)) return last;
        if (asked == null) asked = threads.submit(conversations::waiting);
        last = answer();
        if (asked.isDone()) asked = null;
        until = clock.instant().plus(FRESH);
        return last;
    }

    private Optional<Waiting> answer() {
        try {
            return Optional.of(asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException notNow) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
