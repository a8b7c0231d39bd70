package org.deskbell.conversation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What is counted of the log: messages, batches, and how long those wait who said something. */
final class LogMeters {
    private final Map<Side, Counter> posts = new EnumMap<>(Side.class);
    private final Timer acknowledgement;
    private final DistributionSummary batches;

    LogMeters(MeterRegistry registry) {
        for (Side side : Side.values()) {
            posts.put(
                    side,
                    Counter.builder("deskbell.posts")
                            .description("Messages committed by this server")
                            .tag("by", side.word())
                            .register(registry));
        }
        acknowledgement = Timer.builder("deskbell.acknowledgement")
                .description("From a change being submitted to its being committed and handed to delivery")
                .serviceLevelObjectives(Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
                        .map(Duration::ofMillis)
                        .toArray(Duration[]::new))
                .register(registry);
        batches = DistributionSummary.builder("deskbell.batch")
                .description("Changes in one transaction")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
                .register(registry);
    }

    /** A transaction was committed and told. */
    void told(List<Change> changes, List<Happened> news) {
        long now = System.nanoTime();
        batches.record(changes.size());
        for (Change change : changes) {
            long asked = change.reply().asked();
            if (asked != 0) acknowledgement.record(now - asked, TimeUnit.NANOSECONDS);
        }
        for (Happened happened : news) {
            if (happened.entry().kind() == Kind.POSTED) {
                posts.get(happened.entry().by().side()).increment();
            }
        }
    }
}
