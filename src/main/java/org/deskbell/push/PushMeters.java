package org.deskbell.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What is counted of notifications to browsers, by what came of each try. */
final class PushMeters {
    enum Result {
        SENT,
        /** The push service does not know that browser any more. */
        GONE,
        /** It is tried again. */
        FAILED,
        GIVEN_UP,
        /** There was too much to do already. */
        DROPPED
    }

    private final Map<Result, Counter> counters = new EnumMap<>(Result.class);

    PushMeters(MeterRegistry registry) {
        for (Result each : Result.values()) {
            Counter counter = Counter.builder("deskbell.pushes")
                    .description("Tries of this server to call an agent through his browser's push service")
                    .tag("result", each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .register(registry);
            counters.put(each, counter);
        }
    }

    void count(Result result) {
        counters.get(result).increment();
    }
}
