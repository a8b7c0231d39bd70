package org.deskbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;

/** {@code mvn -Pbench}: runs both subjects one after the other, prints a table with ratios and writes it to target/bench.md. */
public final class Bench {

    private static final int PAIRS = Integer.getInteger("bench.pairs", 50);
    private static final int MANY_PAIRS = Integer.getInteger("bench.manyPairs", 500);
    private static final int PER_AGENT = Integer.getInteger("bench.pairsPerAgent", 10);
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 5_000);
    private static final int WARM_UP = Integer.getInteger("bench.warmUp", 10);
    /** The first load lasts longer: on two cores the compiler takes over a minute until it has seen all of a server. */
    private static final int FIRST_WARM_UP = Integer.getInteger("bench.firstWarmUp", 90);

    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final String HEAP = System.getProperty("bench.heap", "1g");

    /** One measured figure; {@code bar} is the ratio asked for, in words. */
    private record Figure(String name, String unit, double value, String bar) {}

    private Bench() {}

    public static void main(String... arguments) throws IOException {
        List<Figure> bare = measure(
                ServerSettings.fresh().optimised().heap(HEAP).withoutDemo().war(BareSubject.war()), true);
        List<Figure> deskbell =
                measure(ServerSettings.fresh().optimised().heap(HEAP).unlimited(), false);
        String table = table(bare, deskbell);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/bench.md"), table);
        System.out.println(table);
    }

    private static List<Figure> measure(ServerSettings settings, boolean bare) {
        List<Figure> figures = new ArrayList<>();
        try (ServerUnderTest server = ServerUnderTest.start(settings)) {
            for (int window : new int[] {1, 16}) {
                int warmUp = window == 1 ? FIRST_WARM_UP : WARM_UP;
                Subject subject = subject(server, bare);
                try (Fleet fleet = new Fleet(server.address())) {
                    subject.pair(fleet, PAIRS, PER_AGENT);
                    double rate = new Measurements(subject).throughput(fleet, PAIRS, window, warmUp, SECONDS);
                    add(
                            figures,
                            "acknowledged, " + PAIRS + " pairs, " + window + " in flight on each",
                            "msg/s",
                            rate,
                            "≥ 50 %");
                }
            }
            Subject subject = subject(server, bare);
            try (Fleet fleet = new Fleet(server.address())) {
                subject.pair(fleet, MANY_PAIRS, PER_AGENT);
                latency(figures, new Measurements(subject).latency(fleet, MANY_PAIRS, WARM_UP, SECONDS));
            }
            connections(figures, server, bare);
        }
        return figures;
    }

    private static Subject subject(ServerUnderTest server, boolean bare) {
        return bare ? new BareSubject() : new DeskbellSubject(server.address());
    }

    private static void latency(List<Figure> figures, Measurements.Latency seen) {
        String load = MANY_PAIRS + " pairs, 1 msg/s on each: ";
        for (double percentile : new double[] {50, 99, 99.9}) {
            String bar = percentile == 99 ? "≤ 3 ×" : "";
            add(
                    figures,
                    load + "acknowledged p" + trim(percentile),
                    "ms",
                    millis(seen.acknowledged(), percentile),
                    bar);
            add(figures, load + "delivered p" + trim(percentile), "ms", millis(seen.delivered(), percentile), bar);
        }
        add(figures, load + "not acknowledged", "msg", seen.missing(), "0");
    }

    private static void connections(List<Figure> figures, ServerUnderTest server, boolean bare) {
        try (Fleet fleet = new Fleet(server.address())) {
            double bytes = new Measurements(subject(server, bare)).heapPerConnection(fleet, server, CONNECTIONS);
            add(figures, "live heap per idle connection at " + CONNECTIONS, "KB", bytes / 1024, "≤ 1.3 ×");
        }
        try (Fleet fleet = new Fleet(server.address())) {
            Measurements.Storm storm = new Measurements(subject(server, bare)).storm(fleet, CONNECTIONS);
            add(figures, "connect storm of " + CONNECTIONS + ": all live after", "s", storm.seconds(), "");
            add(figures, "connect storm of " + CONNECTIONS + ": failed tries", "", storm.errors(), "");
        }
    }

    private static void add(List<Figure> figures, String name, String unit, double value, String bar) {
        figures.add(new Figure(name, unit, value, bar));
        System.out.printf(Locale.ROOT, "  %-60s %12.2f %s%n", name, value, unit);
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }

    private static String trim(double percentile) {
        return percentile % 1 == 0 ? String.valueOf((int) percentile) : String.valueOf(percentile);
    }

    private static String table(List<Figure> bare, List<Figure> deskbell) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "Java %s, %d processors, heap %s, %d visitors for each agent's socket, text of 64 characters.%n%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                HEAP,
                PER_AGENT));
        table.append(
                "| measurement | unit | bare endpoint | Deskbell | ratio | bar |\n| --- | --- | ---: | ---: | ---: | --- |\n");
        for (int i = 0; i < bare.size(); i++) {
            Figure one = bare.get(i);
            Figure other = deskbell.get(i);
            String ratio = one.value() == 0 ? "-" : String.format(Locale.ROOT, "%.2f", other.value() / one.value());
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.2f | %s | %s |%n",
                    one.name(),
                    one.unit(),
                    one.value(),
                    other.value(),
                    ratio,
                    one.bar()));
        }
        return table.toString();
    }
}
