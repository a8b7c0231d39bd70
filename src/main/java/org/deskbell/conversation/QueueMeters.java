package org.deskbell.conversation;

import io.micrometer.core.instrument.Gauge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.deskbell.operations.Meters;

/** How many conversations wait and for how long, asked from the database when somebody looks. The same on every node. */
@ApplicationScoped
public class QueueMeters {
    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    private Meters meters;

    @Inject
    private Conversations conversations;

    @Inject
    private Clock clock;

    private Waiting last;
    private Instant at = Instant.MIN;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        gauge("deskbell.waiting.conversations", "Open conversations nobody has", Waiting::conversations);
        gauge("deskbell.waiting.longest.seconds", "The longest wait of a visitor for an answer", this::longest);
    }

    private void gauge(String name, String what, ToDoubleFunction<Waiting> value) {
        Gauge.builder(name, () -> value.applyAsDouble(now()))
                .description(what)
                .strongReference(true)
                .register(meters.registry());
    }

    private double longest(Waiting waiting) {
        return waiting.since() == null
                ? 0
                : Duration.between(waiting.since(), clock.instant()).toMillis() / 1_000.0;
    }

    private synchronized Waiting now() {
        Instant now = clock.instant();
        if (last == null || Duration.between(at, now).compareTo(FRESH) > 0) {
            last = conversations.waiting();
            at = now;
        }
        return last;
    }
}
