package org.deskbell.bench;

import java.util.ArrayList;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Redis;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;

/** What a message costs on one node, and on two: its visitor on the one, its agent on the other. */
final class Nodes {
    private static final String ONE = "one node";
    private static final String TWO = "two nodes";
    private static final String REDIS = "two nodes, Redis";
    private static final String TALK = Terms.PAIRS + " pairs, " + Terms.RATE + " msg/s: ";

    private final Sheet sheet;

    private Nodes(Sheet sheet) {
        this.sheet = sheet;
    }

    static void measure(Sheet sheet) {
        Nodes here = new Nodes(sheet);
        here.measure(ONE, 1, null);
        here.measure(TWO, 2, null);
        try (Redis redis = new Redis()) {
            here.measure(REDIS, 2, redis);
        }
        for (String many : List.of(TWO, REDIS)) {
            sheet.bar(
                    many + ", CPU of the servers for a message",
                    sheet.ratio(TALK + "CPU of the servers", many, ONE),
                    false,
                    1.3);
            sheet.bar(
                    many + ", CPU of servers and store",
                    sheet.ratio(TALK + "CPU of servers and store", many, ONE),
                    false,
                    1.3);
        }
    }

    private void measure(String column, int number, Redis redis) {
        List<ServerUnderTest> nodes = new ArrayList<>();
        try (DurablePostgres store = new DurablePostgres(0)) {
            String address = store.database("deskbell");
            for (int i = 0; i < number; i++) {
                ServerSettings settings = BesideBare.settings().store(address);
                if (redis != null)
                    settings.with("deskbell.redis", "redis://" + redis.address().getAuthority());
                nodes.add(ServerUnderTest.start(settings));
            }
            Await.until("the nodes know each other", () -> nodes.stream()
                    .allMatch(node -> number == 1 || knowsAnother(node)));
            DeskbellSubject subject = new DeskbellSubject(
                    nodes.get(0).address(), nodes.get(number - 1).address());
            try (Fleet fleet = new Fleet()) {
                subject.pair(fleet, Terms.PAIRS, Terms.PER_AGENT);
                measure(column, nodes, store, fleet, new Measurements(subject));
            }
        } finally {
            nodes.forEach(ServerUnderTest::close);
        }
    }

    private static boolean knowsAnother(ServerUnderTest node) {
        return node.log().stream().anyMatch(line -> line.matches(".*Node [0-9a-f]+ is there.*"));
    }

    private void measure(
            String column, List<ServerUnderTest> nodes, DurablePostgres store, Fleet fleet, Measurements measurements) {
        measurements.latency(fleet, Terms.PAIRS, Terms.RATE, Terms.FIRST_WARM_UP, 1);
        Costs costs = new Costs(nodes, store);
        Measurements.Latency seen = measurements.latency(fleet, Terms.PAIRS, Terms.RATE, 0, Terms.SECONDS * 2);
        double messages = Terms.RATE * Terms.SECONDS * 2.0;
        double servers = costs.serversMicros() / messages;
        double database = costs.storeMicros() / messages;
        sheet.add(column, TALK + "CPU of the servers", "µs/msg", servers);
        sheet.add(column, TALK + "CPU of PostgreSQL", "µs/msg", database);
        sheet.add(column, TALK + "CPU of servers and store", "µs/msg", servers + database);
        sheet.percentiles(column, TALK + "acknowledged", seen.acknowledged(), 50, 99);
        sheet.percentiles(column, TALK + "delivered", seen.delivered(), 50, 99);
        Costs still = new Costs(nodes, store);
        fleet.rest(java.time.Duration.ofSeconds(20));
        sheet.add(column, "silence: CPU of the servers", "ms/s", still.serversMicros() / 20e3);
        sheet.add(column, "silence: CPU of PostgreSQL", "ms/s", still.storeMicros() / 20e3);
    }
}
