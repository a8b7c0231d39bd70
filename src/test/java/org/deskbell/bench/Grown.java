package org.deskbell.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.deskbell.support.Demo;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;

/** A server on a database with so many conversations, and what its users do that could cost more the more there are. */
final class Grown implements AutoCloseable {
    private static final int PAIRS = 20;

    private final String database;
    private final int conversations;
    private final ServerUnderTest server;
    private Fleet fleet;
    private DeskbellSubject talk;
    private Measurements measurements;
    private Questions questions;

    Grown(String database, int conversations) {
        this.database = database;
        this.conversations = conversations;
        server = ServerUnderTest.start(BesideBare.settings().store(database));
        HistoryFill.fill(database, conversations);
        // What it keeps in memory of sites and agents is from before.
        server.kill();
        server.run();
    }

    void connect(Fleet by) {
        fleet = by;
        talk = new DeskbellSubject(server.address(), server.address());
        talk.pair(fleet, PAIRS, Terms.PER_AGENT);
        // Not before: what an agent has who is not there is taken away from him.
        HistoryFill.handOver(database);
        measurements = new Measurements(talk);
        questions = new Questions(fleet, server.address());
    }

    Histogram post(int seconds) {
        return measurements.throughput(fleet, PAIRS, 1, 0, seconds).acknowledged();
    }

    Histogram open(int seconds) {
        SplittableRandom dice = dice();
        return questions.ask(() -> Frame.of("open", "conversation", any(dice)), "live", seconds);
    }

    Histogram pageBack(int seconds) {
        SplittableRandom dice = dice();
        questions.open(HistoryFill.conversation(HistoryFill.LONG));
        return questions.ask(
                () -> Frame.of(
                        "before",
                        "conversation",
                        HistoryFill.conversation(HistoryFill.LONG),
                        "seq",
                        dice.nextInt(50, HistoryFill.MANY_ENTRIES),
                        "limit",
                        50),
                "older",
                seconds);
    }

    Histogram list(String box, boolean deep, int seconds) {
        SplittableRandom dice = dice();
        int open = conversations - HistoryFill.OPEN;
        Supplier<String> before =
                () -> box.equals("closed") ? number(dice, 1, open) : number(dice, open + 1, conversations + 1);
        return questions.ask(
                () -> Frame.of("list", "box", box, "before", deep ? before.get() : null), "listed", seconds);
    }

    Histogram consoleBegins(int seconds) {
        return questions.arrive(true, () -> Frame.of("hello"), "inbox", seconds);
    }

    Histogram visitorComesAgain(int seconds) {
        SplittableRandom dice = dice();
        return questions.arrive(
                false,
                () -> Frame.of(
                        "hello", "site", Demo.SITE, "token", HistoryFill.token(dice.nextInt(1, conversations + 1))),
                "live",
                seconds);
    }

    Histogram newVisitor(int seconds) {
        return questions.arrive(false, DeskbellSubject::hello, "welcome", seconds);
    }

    private String any(SplittableRandom dice) {
        return number(dice, 1, conversations + 1);
    }

    private static String number(SplittableRandom dice, int from, int to) {
        return HistoryFill.conversation(dice.nextInt(from, to));
    }

    private static SplittableRandom dice() {
        return new SplittableRandom(System.nanoTime());
    }

    /** How often the large tables were read from end to end, by PostgreSQL's own count. */
    long wholeTableReads() {
        return number("select sum(seq_scan) from pg_stat_user_tables where relname in"
                + " ('entry', 'conversation', 'visitor', 'visitor_token')");
    }

    long count(String table) {
        return number("select count(*) from " + table);
    }

    private long number(String query) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
