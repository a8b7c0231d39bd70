package org.deskbell.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.ServerUnderTest;

/** What it takes to get a waiting conversation to an agent, by hand and by itself, with few and with ten thousand that wait (B9). */
final class Routing {
    private static final int FEW = 3_000;
    private static final int MANY = 10_000;
    private static final int AGENTS = 100;

    /** What an agent is given at most, as long as nobody chooses otherwise. */
    private static final int ROOM = 5;

    private static final int HANDS = 4;
    private static final int CLOSED_PER_SECOND = 20;
    private static final double BAR_MILLIS = 5;

    private final Sheet sheet;
    private final String column;
    private final ServerUnderTest server;
    private final List<DeskClient> desks = new ArrayList<>();

    private Routing(Sheet sheet, String column, ServerUnderTest server) {
        this.sheet = sheet;
        this.column = column;
        this.server = server;
    }

    static void measure(Sheet sheet) {
        try (DurablePostgres store = new DurablePostgres(0)) {
            for (int waiting : List.of(FEW, MANY)) {
                String database = store.database("waiting" + waiting);
                try (ServerUnderTest server =
                        ServerUnderTest.start(BesideBare.settings().store(database))) {
                    HistoryFill.fill(database, waiting, waiting);
                    agents(database);
                    // What it keeps in memory of sites and agents is from before.
                    server.kill();
                    server.run();
                    new Routing(sheet, String.format(Locale.ROOT, "%,d waiting", waiting), server).measure();
                }
            }
        }
    }

    /** With the password of the demo's agents. */
    private static void agents(String database) {
        DurablePostgres.execute(
                database,
                "insert into agent (id, login, name, role, password, created_at) select 5000 + i, 'bench-' || i || '@example.com',"
                        + " 'Agent ' || i, 'agent', (select password from agent where login = '" + Demo.AGENT
                        + "'), now() from generate_series(0, " + (AGENTS - 1) + ") i");
    }

    private void measure() {
        try {
            IntStream.range(0, AGENTS).forEach(i -> desks.add(open("bench-" + i + "@example.com")));
            byHand();
            byItself();
        } finally {
            desks.forEach(DeskClient::close);
        }
    }

    private DeskClient open(String login) {
        return DeskClient.open(server.address(), login, Demo.PASSWORD, Carrier.WEBSOCKET);
    }

    private void byHand() {
        AtomicInteger next = new AtomicInteger(1);
        for (boolean counts : new boolean[] {false, true}) {
            Histogram claim = histogram();
            Histogram close = histogram();
            long end = System.nanoTime() + Duration.ofSeconds(Terms.WARM_UP).toNanos();
            together(IntStream.range(0, HANDS)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        while (System.nanoTime() < end && next.get() < FEW / 3) {
                            String conversation = HistoryFill.conversation(next.getAndIncrement());
                            timed(claim, desks.get(i), "claim", "claimed", conversation);
                            timed(close, desks.get(i), "close", "closed", conversation);
                        }
                        return null;
                    })
                    .toList());
            if (!counts) continue;
            String who = HANDS + " agents, one after another each: ";
            sheet.percentiles(column, who + "an agent takes the next", claim, 50, 99);
            sheet.percentiles(column, who + "he closes it", close, 50, 99);
            bar("an agent takes the next", claim);
        }
    }

    private static void timed(Histogram took, DeskClient agent, String what, String answer, String conversation) {
        long start = System.nanoTime();
        agent.awaitEntry(agent.ask(what, conversation), answer, conversation);
        took.recordValue(System.nanoTime() - start);
    }

    private void byItself() {
        long start = System.nanoTime();
        new House(server.address()).give(Demo.SITE, "load", false);
        List<Deque<String>> theirs = new ArrayList<>();
        for (DeskClient each : desks) {
            Await.until(
                    "five for each",
                    Duration.ofSeconds(60),
                    () -> given(each, 0).size() == ROOM);
            theirs.add(new ArrayDeque<>(given(each, 0)));
        }
        sheet.add(
                column,
                "given out to " + AGENTS + " agents who have nothing",
                "1/s",
                AGENTS * ROOM * 1e9 / (System.nanoTime() - start));
        exchange(theirs, Terms.WARM_UP);
        Histogram took = exchange(theirs, Terms.SECONDS);
        sheet.percentiles(column, CLOSED_PER_SECOND + " closed a second: until the agent has another", took, 50, 99);
        bar("given by itself, from the other's close on", took);
        sheet.note(column + ": given to each agent: "
                + desks.stream().mapToInt(each -> given(each, 0).size()).summaryStatistics());
    }

    /** Agent after agent closes what he has longest, at its appointed time; what it takes until he is given another. */
    private Histogram exchange(List<Deque<String>> theirs, int seconds) {
        Histogram took = histogram();
        ExecutorService hands = Executors.newFixedThreadPool(CLOSED_PER_SECOND);
        try {
            List<Future<?>> all = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < seconds * CLOSED_PER_SECOND; i++) {
                long at = start + i * 1_000_000_000L / CLOSED_PER_SECOND;
                while (System.nanoTime() < at) LockSupport.parkNanos(at - System.nanoTime());
                int agent = i % AGENTS;
                all.add(hands.submit(() -> next(desks.get(agent), theirs.get(agent), took)));
            }
            all.forEach(each -> Await.result("the exchange", Duration.ofSeconds(60), each));
        } finally {
            hands.shutdownNow();
        }
        return took;
    }

    private static void next(DeskClient agent, Deque<String> his, Histogram took) {
        synchronized (his) {
            long start = System.nanoTime();
            int mark = agent.ask("close", his.removeFirst());
            Frame next = agent.tape().await(mark, "another one", frame -> isGiven(frame, agent));
            took.recordValue(System.nanoTime() - start);
            his.addLast(next.text("conversation"));
        }
    }

    private static List<String> given(DeskClient agent, int mark) {
        return agent.tape().since(mark).stream()
                .filter(frame -> isGiven(frame, agent))
                .map(frame -> frame.text("conversation"))
                .toList();
    }

    private static boolean isGiven(Frame frame, DeskClient agent) {
        return frame.is("claimed")
                && frame.flag("assigned")
                && frame.child("by").text("id").equals(agent.agent().text("id"));
    }

    private void bar(String what, Histogram took) {
        sheet.bar(column + ", " + what + ", p99 in ms", took.getValueAtPercentile(99) / 1e6, false, BAR_MILLIS);
    }

    private static Histogram histogram() {
        return new ConcurrentHistogram(Duration.ofMinutes(1).toNanos(), 3);
    }

    private static void together(List<Callable<Void>> hands) {
        ExecutorService pool = Executors.newFixedThreadPool(hands.size());
        try {
            for (Future<Void> each : pool.invokeAll(hands)) each.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            pool.shutdownNow();
        }
    }
}
