package org.deskbell.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Wars;

/** Deskbell, on one store after the other, beside the bare endpoint in the same kind of server. */
final class BesideBare {
    private static final String BARE = "bare endpoint";
    private static final String PAIRS = Terms.PAIRS + " pairs, ";

    private final Sheet sheet;
    private final List<String> parts;
    /** Half of what each store's Deskbell could do, in messages a second. */
    private final Map<String, Integer> halves = new LinkedHashMap<>();

    private BesideBare(Sheet sheet, List<String> parts) {
        this.sheet = sheet;
        this.parts = parts;
    }

    static void measure(Sheet sheet, List<String> parts) {
        new BesideBare(sheet, parts).measure();
    }

    private void measure() {
        sheet.base(BARE);
        List<String> stores = new ArrayList<>();
        if (!Terms.POSTGRESQL) {
            stores.add("H2");
            deskbell("H2", settings(), null);
        }
        for (int fsync : Terms.POSTGRESQL ? Terms.fsyncs() : List.<Integer>of()) {
            String name = "PostgreSQL, fsync + " + fsync + " µs";
            stores.add(name);
            try (DurablePostgres store = new DurablePostgres(fsync)) {
                sheet.note(String.format(Locale.ROOT, "%s: a commit alone takes %.2f ms", name, store.commitMillis()));
                deskbell(name, settings().store(store.database("deskbell")), store);
            }
        }
        // Last: half of Deskbell's load is its load too.
        ServerSettings bare = ServerSettings.fresh()
                .optimised()
                .heap(Terms.HEAP)
                .withoutDemo()
                .war(BareSubject.war());
        try (ServerUnderTest server = ServerUnderTest.start(bare)) {
            talk(BARE, server, null);
            halves.forEach((store, rate) -> half(BARE, store, rate, server, null));
            quiet(BARE, server);
        }
        if (parts.contains("throughput")) bars(stores);
    }

    static ServerSettings settings() {
        ServerSettings settings =
                ServerSettings.fresh().optimised().heap(Terms.HEAP).unlimited();
        return Terms.stock() ? settings.war(Wars.deskbell()) : settings;
    }

    private void deskbell(String store, ServerSettings settings, DurablePostgres postgres) {
        try (ServerUnderTest server = ServerUnderTest.start(settings)) {
            talk(store, server, postgres);
            if (parts.contains("throughput")) {
                int half = (int) sheet.value(store, acknowledged(16)) / 2;
                halves.put(store, half);
                half(store, store, half, server, postgres);
            }
            quiet(store, server);
        }
    }

    private static Subject subject(String column, ServerUnderTest server) {
        return column.equals(BARE)
                ? new BareSubject(server.address())
                : new DeskbellSubject(server.address(), server.address());
    }

    private static String acknowledged(int window) {
        return PAIRS + window + " in flight on each: acknowledged";
    }

    private void talk(String column, ServerUnderTest server, DurablePostgres store) {
        for (int window : parts.contains("throughput") ? new int[] {1, 16} : new int[0]) {
            int warmUp = window == 1 ? Terms.FIRST_WARM_UP : Terms.WARM_UP;
            Subject subject = subject(column, server);
            try (Fleet fleet = new Fleet()) {
                subject.pair(fleet, Terms.PAIRS, Terms.PER_AGENT);
                Measurements.Throughput seen =
                        new Measurements(subject).throughput(fleet, Terms.PAIRS, window, warmUp, Terms.SECONDS);
                sheet.add(column, acknowledged(window), "msg/s", seen.rate());
                sheet.percentiles(column, acknowledged(window), seen.acknowledged(), 50, 99);
            }
        }
        if (!parts.contains("latency")) return;
        int warmUp = parts.contains("throughput") ? Terms.WARM_UP : Terms.FIRST_WARM_UP;
        latency(
                column,
                Terms.MANY_PAIRS + " pairs, 1 msg/s on each",
                Terms.MANY_PAIRS,
                Terms.MANY_PAIRS,
                warmUp,
                server,
                store);
    }

    private static String halfOf(String store, int rate) {
        return PAIRS + "half of the most with " + store + " (" + rate + " msg/s)";
    }

    private void half(String column, String store, int rate, ServerUnderTest server, DurablePostgres postgres) {
        latency(column, halfOf(store, rate), Terms.PAIRS, rate, Terms.WARM_UP, server, postgres);
    }

    private void latency(
            String column,
            String load,
            int pairs,
            int rate,
            int warmUp,
            ServerUnderTest server,
            DurablePostgres store) {
        Subject subject = subject(column, server);
        try (Fleet fleet = new Fleet()) {
            subject.pair(fleet, pairs, Terms.PER_AGENT);
            Costs costs = new Costs(server, store);
            Measurements.Latency seen = new Measurements(subject).latency(fleet, pairs, rate, warmUp, Terms.SECONDS);
            long messages = (long) rate * (warmUp + Terms.SECONDS);
            sheet.percentiles(column, load + ": acknowledged", seen.acknowledged(), 50, 99, 99.9);
            sheet.percentiles(column, load + ": delivered", seen.delivered(), 50, 99);
            sheet.add(column, load + ": not acknowledged", "msg", seen.missing());
            sheet.add(column, load + ": CPU of the server", "µs/msg", costs.serversMicros() / messages);
            if (store != null)
                sheet.add(column, load + ": CPU of PostgreSQL", "µs/msg", costs.storeMicros() / messages);
        }
    }

    private void quiet(String column, ServerUnderTest server) {
        if (!parts.contains("connections")) return;
        String idle = Terms.CONNECTIONS + " idle connections: ";
        try (Fleet fleet = new Fleet()) {
            double bytes =
                    new Measurements(subject(column, server)).heapPerConnection(fleet, server, Terms.CONNECTIONS);
            sheet.add(column, idle + "live heap of each", "KB", bytes / 1024);
            Costs costs = new Costs(server, null);
            fleet.rest(Duration.ofSeconds(40));
            sheet.add(column, idle + "CPU of each", "µs/s", costs.serversMicros() / 40 / Terms.CONNECTIONS);
        }
        String storm = "connect storm of " + Terms.CONNECTIONS + ": ";
        try (Fleet fleet = new Fleet()) {
            Costs costs = new Costs(server, null);
            Measurements.Storm seen = new Measurements(subject(column, server)).storm(fleet, Terms.CONNECTIONS);
            sheet.add(column, storm + "all live after", "s", seen.seconds());
            sheet.add(column, storm + "failed tries", "", seen.errors());
            sheet.add(column, storm + "CPU for each", "µs", costs.serversMicros() / Terms.CONNECTIONS);
        }
    }

    private void bars(List<String> stores) {
        String most = acknowledged(16);
        for (String store : stores) {
            sheet.bar(store + ", acknowledged beside the bare endpoint", sheet.ratio(most, store, BARE), true, 0.5);
            String p99 = halfOf(store, halves.get(store)) + ": acknowledged p99";
            sheet.bar(store + ", p99 at half load beside the bare endpoint", sheet.ratio(p99, store, BARE), false, 3);
            if (store.equals(stores.get(0))) continue;
            sheet.bar(
                    store + ", acknowledged beside " + stores.get(0),
                    sheet.ratio(most, store, stores.get(0)),
                    true,
                    0.3);
        }
    }
}
