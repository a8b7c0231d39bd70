package org.deskbell.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;

/** What others feel of consoles that never read in a busy broadcast, and of a flood from one socket: medians of rounds that take turns. */
final class Neighbours {
    private static final int PAIRS = 200;
    private static final int ROUNDS = 3;
    private static final String QUIET = "five more consoles read";
    private static final String DEAF = "they never read";
    private static final String FLOOD = "they read, and one floods";
    private static final String P50 = PAIRS + " pairs, " + Terms.RATE + " msg/s: acknowledged p50";
    private static final String P99 = PAIRS + " pairs, " + Terms.RATE + " msg/s: acknowledged p99";
    private static final String DELIVERED = PAIRS + " pairs, " + Terms.RATE + " msg/s: delivered p99";

    private final ServerUnderTest server;
    private final List<String> conversations;
    private final Measurements others;
    private final Fleet fleet;
    private final Map<String, List<Measurements.Latency>> seen = new LinkedHashMap<>();
    private long frames;
    private int closed;

    private Neighbours(ServerUnderTest server, DeskbellSubject subject, Fleet fleet) {
        this.server = server;
        this.fleet = fleet;
        conversations = subject.conversations();
        others = new Measurements(subject);
    }

    static void measure(Sheet sheet) {
        // With the limits every connection has: the flood must meet them.
        try (DurablePostgres store = new DurablePostgres(0);
                ServerUnderTest server = ServerUnderTest.start(BesideBare.settings()
                        .with("deskbell.rate.ease", 1)
                        .with("deskbell.flood.ban", 5)
                        .store(store.database("deskbell")));
                Fleet fleet = new Fleet()) {
            DeskbellSubject subject = new DeskbellSubject(server.address(), server.address());
            subject.pair(fleet, PAIRS, Terms.PER_AGENT);
            Neighbours here = new Neighbours(server, subject, fleet);
            here.measure();
            here.report(sheet);
        }
    }

    private void measure() {
        others.latency(fleet, PAIRS, Terms.RATE, Terms.FIRST_WARM_UP, 1);
        for (int round = 0; round < ROUNDS; round++) {
            for (boolean deaf : new boolean[] {false, true}) {
                try (Consoles consoles = consoles(deaf)) {
                    consoles.come(fleet);
                    measure(deaf ? DEAF : QUIET);
                }
            }
            try (Consoles consoles = consoles(false);
                    Flooder flooder = new Flooder(server.address())) {
                consoles.come(fleet);
                flooder.start();
                measure(FLOOD);
                frames += flooder.frames();
                closed += flooder.closed();
            }
        }
    }

    private Consoles consoles(boolean deaf) {
        return new Consoles(server.address(), conversations, deaf);
    }

    private void measure(String column) {
        seen.computeIfAbsent(column, none -> new ArrayList<>())
                .add(others.latency(fleet, PAIRS, Terms.RATE, 5, Terms.SECONDS));
    }

    private void report(Sheet sheet) {
        seen.forEach((column, rounds) -> {
            sheet.add(
                    column,
                    P50,
                    "ms",
                    median(
                            rounds.stream()
                                    .map(Measurements.Latency::acknowledged)
                                    .toList(),
                            50));
            sheet.add(
                    column,
                    P99,
                    "ms",
                    median(
                            rounds.stream()
                                    .map(Measurements.Latency::acknowledged)
                                    .toList(),
                            99));
            sheet.add(
                    column,
                    DELIVERED,
                    "ms",
                    median(rounds.stream().map(Measurements.Latency::delivered).toList(), 99));
            sheet.add(
                    column,
                    "not acknowledged",
                    "msg",
                    rounds.stream().mapToInt(Measurements.Latency::missing).sum());
        });
        sheet.note("the flood: " + frames + " frames, closed " + closed + " times in " + ROUNDS * (Terms.SECONDS + 5)
                + " s");
        sheet.note("closed as too slow readers: " + tooSlow());
        sheet.bar("p99 of others beside consoles that never read", sheet.ratio(P99, DEAF, QUIET), false, 2);
        sheet.bar("p99 of others beside a flood", sheet.ratio(P99, FLOOD, QUIET), false, 2);
    }

    /** The server's own count. */
    private String tooSlow() {
        String metrics =
                new WebSession(server.address()).get("api/health/metrics").body();
        return metrics.lines()
                .filter(line -> line.startsWith("deskbell_closings_total") && line.contains("4008"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("not known");
    }

    private static double median(List<Histogram> rounds, double percentile) {
        return Medians.of(rounds.stream()
                .map(each -> each.getValueAtPercentile(percentile) / 1e6)
                .toList());
    }
}
