package org.deskbell.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.operations.Meters;

/** What is counted of connections: how many there are, how the server ended some, and what it refused. */
@ApplicationScoped
public class SocketMeters {
    private static final List<String> REASONS = List.of(
            "malformed", "too-fast", "busy", "storage", "taken", "bad-text", "too-long", "unknown-conversation");

    @Inject
    private Meters meters;

    @Inject
    private Connections connections;

    private final Map<String, Counter> refusals = new ConcurrentHashMap<>();
    private final Map<Integer, Counter> closings = new ConcurrentHashMap<>();

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        for (String carrier : List.of("websocket", "http")) {
            for (String kind : List.of("visitor", "agent", "plain")) gauge(carrier, kind);
        }
        REASONS.forEach(this::refusals);
        closings(CloseCodes.SLOW);
    }

    private void gauge(String carrier, String kind) {
        Gauge.builder("deskbell.connections", () -> connections.count(carrier, kind))
                .description("Open connections")
                .tag("carrier", carrier)
                .tag("kind", kind)
                .strongReference(true)
                .register(registry());
    }

    /** A client was told that something was not done. */
    void refused(String reason) {
        refusals(reason).increment();
    }

    /** We ended a connection; 4008 is a full outbox. */
    void closed(int code) {
        closings(code).increment();
    }

    private Counter refusals(String reason) {
        return refusals.computeIfAbsent(reason, some -> Counter.builder("deskbell.refusals")
                .description("What was refused, by the reason in protocol.md")
                .tag("reason", some)
                .register(registry()));
    }

    private Counter closings(int code) {
        return closings.computeIfAbsent(code, some -> Counter.builder("deskbell.closings")
                .description("Connections this server ended, by the code in protocol.md; 4008: its outbox was full")
                .tag("code", Integer.toString(some))
                .register(registry()));
    }

    private MeterRegistry registry() {
        return meters.registry();
    }
}
