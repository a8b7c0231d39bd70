package org.deskbell.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.deskbell.support.Demo;
import org.deskbell.support.House;
import org.deskbell.support.ServerUnderTest;

/** What it takes to get a waiting conversation to one of a hundred agents, by hand and by itself, with few and with ten thousand that wait (B9). */
final class Routing {
    /** Taken, or closed, in a second by all agents together. */
    private static final int PER_SECOND = 20;

    private static final int BURSTS = 3;

    /** So many are given out while it is measured, and no longer wait afterwards. */
    private static final int SPARE =
            WaitingFill.AGENTS * Floor.ROOM * (1 + BURSTS) + PER_SECOND * (Terms.FIRST_WARM_UP + Terms.SECONDS);

    /** One department may be some places further than the other. */
    private static final int WITH_WIDGET = SPARE + 500;

    private static final double BAR_MILLIS = 5;
    private static final long SECOND = 1_000_000_000L;

    private final Sheet sheet;
    private final String column;
    private final ServerUnderTest server;
    private final DurablePostgres store;
    private final Fleet fleet;
    private final Floor floor;

    private Routing(
            Sheet sheet, String column, ServerUnderTest server, DurablePostgres store, Fleet fleet, int waiting) {
        this.sheet = sheet;
        this.column = column;
        this.server = server;
        this.store = store;
        this.fleet = fleet;
        floor = new Floor(fleet, server.address(), Math.min(waiting, WITH_WIDGET));
    }

    static void measure(Sheet sheet) {
        DurablePostgres store = Terms.POSTGRESQL ? new DurablePostgres(0) : null;
        try {
            for (int waiting : Terms.waiting()) measure(sheet, store, waiting);
        } finally {
            if (store != null) store.close();
        }
    }

    private static void measure(Sheet sheet, DurablePostgres store, int waiting) {
        String database = store == null ? null : store.database("waiting" + waiting);
        int all = waiting + SPARE;
        try (ServerUnderTest server =
                ServerUnderTest.start(BesideBare.settings().store(database))) {
            // What it keeps in memory of sites and agents is from before; and an H2 file is written by one process.
            server.stop();
            fill(server, database, all);
            server.run();
            try (Fleet fleet = new Fleet()) {
                Routing routing = new Routing(sheet, column(waiting), server, store, fleet, all);
                routing.byHand();
                routing.byItself();
            }
            server.stop();
            sheet.add(column(waiting), "given out of turn", "", outOfTurn(server));
        }
    }

    private static String column(int waiting) {
        return String.format(Locale.ROOT, "%,d wait", waiting);
    }

    private static void fill(ServerUnderTest server, String database, int waiting) {
        String file = "jdbc:h2:file:" + server.data().resolve("deskbell") + ";MODE=PostgreSQL;IFEXISTS=TRUE";
        try (Connection connection = database == null
                ? DriverManager.getConnection(file, "deskbell", "")
                : DriverManager.getConnection(database)) {
            WaitingFill.fill(connection, waiting);
        } catch (SQLException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    /** Agent after agent, each at its appointed time, takes one from the front and gives it back: it waits where it waited. */
    private void byHand() {
        int[] place = {0};
        String what = PER_SECOND + " a second: an agent ";
        Floor.Took took = atTimes(
                "by hand",
                agent -> {
                    if (!floor.desks.get(agent).idle()) return false;
                    floor.desks.get(agent).take(WaitingFill.everybodys(place[0]++ % 500));
                    return true;
                },
                () -> floor.desks.stream().allMatch(Floor.Desk::idle));
        sheet.percentiles(column, what + "takes one", took.claim(), 50, 99);
        sheet.percentiles(column, what + "gives it back", took.release(), 50, 99);
        bar("taken by hand", took.claim().getValueAtPercentile(99));
    }

    private void byItself() {
        BooleanSupplier allFull = () -> floor.desks.stream().allMatch(Floor.Desk::full);
        new House(server.address()).give(Demo.SITE, "load", true);
        fleet.sail("five for each", 120, allFull);
        Costs costs = new Costs(server, store);
        Floor.Took took = atTimes("by itself", agent -> floor.desks.get(agent).close(), allFull);
        double seconds = Terms.FIRST_WARM_UP + Terms.SECONDS;
        String what = PER_SECOND + " closed a second: ";
        sheet.percentiles(column, what + "until the next one's visitor is told", took.sinceAsked(), 50, 99);
        sheet.percentiles(column, what + "the same from the moment it is closed", took.sinceFree(), 50, 99);
        sheet.add(column, what + "CPU of the server", "ms/s", costs.serversMicros() / 1e3 / seconds);
        if (store != null) sheet.add(column, what + "CPU of PostgreSQL", "ms/s", costs.storeMicros() / 1e3 / seconds);
        bar("given by itself", took.sinceFree().getValueAtPercentile(99));
        List<Double> bursts = new ArrayList<>();
        for (int round = 0; round < BURSTS; round++) {
            long start = System.nanoTime();
            floor.desks.forEach(desk -> {
                while (desk.close()) {}
            });
            fleet.sail("all of them closed at once", 120, allFull);
            bursts.add((System.nanoTime() - start) / 1e6);
        }
        int all = WaitingFill.AGENTS * Floor.ROOM;
        sheet.add(column, all + " closed at once: until " + all + " others are given out", "ms", Medians.of(bursts));
    }

    /** Lets agent after agent act, so many a second; what was measured after the warm-up. Who cannot act yet is waited for. */
    private Floor.Took atTimes(String what, IntPredicate act, BooleanSupplier done) {
        Floor.Took took = new Floor.Took();
        int unmeasured = PER_SECOND * Terms.FIRST_WARM_UP;
        int total = unmeasured + PER_SECOND * Terms.SECONDS;
        long step = SECOND / PER_SECOND;
        long start = System.nanoTime();
        int[] acted = {0};
        fleet.sail(what, total / PER_SECOND + 60, () -> acted[0] == total && done.getAsBoolean(), now -> {
            while (acted[0] < total && start + acted[0] * step <= System.nanoTime()) {
                if (acted[0] == unmeasured) floor.measure(took);
                if (!act.test(acted[0] % WaitingFill.AGENTS)) break;
                acted[0]++;
            }
            return Math.max(start + acted[0] * step, now + SECOND / 1_000);
        });
        floor.measure(null);
        return took;
    }

    private void bar(String what, long nanos) {
        sheet.bar(column + ", " + what + ": p99 in ms", nanos / 1e6, false, BAR_MILLIS);
    }

    /** How many got one while another of the same department had waited longer, and was given out later. */
    private static int outOfTurn(ServerUnderTest server) {
        List<List<Object>> given = server.store()
                .rows(
                        "select coalesce(c.department_id, 0), e.at from entry e, conversation c where c.id = e.conversation_id"
                                + " and e.kind = 'claimed' and e.text = 'assigned' order by c.department_id, c.queued_at");
        int early = 0;
        for (int i = 1; i < given.size(); i++) {
            boolean same = given.get(i).get(0).equals(given.get(i - 1).get(0));
            if (same && at(given.get(i)).compareTo(at(given.get(i - 1))) < 0) early++;
        }
        return early;
    }

    private static Instant at(List<Object> row) {
        return row.get(1) instanceof Timestamp time ? time.toInstant() : ((OffsetDateTime) row.get(1)).toInstant();
    }
}
