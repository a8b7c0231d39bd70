package org.deskbell.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deskbell.bench.Burnt;

/** Measures what PostgreSQL pays for the statements that grow with the number of nodes, on the tables of a large service. */
public final class Prices {
    private static final int OPEN = 40_000;
    private static final int CLOSED = 400_000;
    private static final int NEWS = 600_000;
    private static final int NODES = 100;
    private static final Duration EACH = Duration.ofSeconds(5);

    private final Connection connection;
    private final ProcessHandle database;

    private Prices(Connection connection, ProcessHandle database) {
        this.connection = connection;
        this.database = database;
    }

    public static void main(String[] arguments) {
        try (CountedPostgres database = new CountedPostgres();
                Connection connection = DriverManager.getConnection(database.address())) {
            Prices prices = new Prices(connection, database.process());
            prices.fill();
            statements().forEach((what, sql) -> System.out.println(prices.price(what, sql)));
        } catch (SQLException | IOException cannot) {
            throw new AssertionError(cannot);
        }
    }

    private static Map<String, String> statements() {
        Map<String, String> sql = new LinkedHashMap<>();
        sql.put("one conversation by id", "select * from conversation where id in (1000017)");
        sql.put("100 conversations by id", "select * from conversation where id in (" + ids(100) + ")");
        sql.put(
                "look-around, open ones (" + OPEN + ")",
                "select id, last_seq from conversation where status = 'open' and changed_at > now() - interval '12 s'");
        sql.put(
                "look-around, closed ones",
                "select id, last_seq from conversation where status = 'closed' and closed_at > now() - interval '12 s'");
        sql.put(
                "counting " + OPEN + " open ones",
                "select owner_id, count(id) from conversation where status = 'open' group by owner_id");
        sql.put("a roll of 4,000 agents", "select node_id, agent_id from node_agent");
        sql.put("reading news of one node, none there", behind(1));
        sql.put("reading news of 99 nodes, none there", behind(NODES - 1));
        sql.put(
                "a log read, 1 entry",
                "select * from entry where conversation_id = 1000017 and seq > 19 order by seq limit 200");
        return sql;
    }

    private static String ids(int number) {
        return LongStream.range(0, number)
                .mapToObj(i -> String.valueOf(1_000_000 + i * 397 % OPEN))
                .collect(Collectors.joining(","));
    }

    private static String behind(int nodes) {
        return "select node_id, lane, number, told from node_news where "
                + IntStream.range(0, 2 * nodes)
                        .mapToObj(i -> "node_id = 'n" + i / 2 + "' and lane = " + i % 2 + " and number > 1000000")
                        .collect(Collectors.joining(" or "))
                + " order by node_id, lane, number";
    }

    private void fill() throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
                for (Path each : migrations.sorted().toList()) statement.execute(Files.readString(each));
            }
            statement.execute("insert into site (id, site_key, name, identity_secret, created_at)"
                    + " values (1, 'shop', 'Shop', 'x', now())");
            statement.execute("insert into agent (id, login, name, role, created_at)"
                    + " select i, 'agent' || i, 'Agent ' || i, 'agent', now() from generate_series(1, 4000) i");
            statement.execute("insert into visitor (id, public_id, site_id, first_seen_at, last_seen_at)"
                    + " select i, 'v' || i, 1, now(), now() from generate_series(1, 1000) i");
            for (int closed = 0; closed < 2; closed++) {
                statement.execute(
                        "insert into conversation (id, public_id, site_id, visitor_id, visitor_public_id, status,"
                                + " owner_id, last_seq, started_at, changed_at, queued_at, closed_at, last_message)"
                                + " select " + (1 + closed) + "000000 + i, '" + closed
                                + "-' || i, 1, 1 + i % 1000, 'v',"
                                + (closed == 0 ? " 'open'," : " 'closed',")
                                + " 1 + i % 4000, 20, now(), now() - i * interval '1 ms', now(), "
                                + (closed == 0 ? "null" : "now() - i * interval '1 s'") + ", repeat('x', 60)"
                                + " from generate_series(0, " + (closed == 0 ? OPEN : CLOSED) + " - 1) i");
            }
            statement.execute("insert into entry (conversation_id, seq, kind, at, by_kind, text)"
                    + " select 1000000 + i, s, 'posted', now(), 'visitor', repeat('x', 60)"
                    + " from generate_series(0, " + OPEN + " - 1, 10) i, generate_series(1, 20) s"
                    + " union all select 1000017, s, 'posted', now(), 'visitor', 'x' from generate_series(1, 20) s");
            statement.execute("insert into node_agent select 'n' || i % 99, i from generate_series(1, 4000) i");
            statement.execute("insert into node_news select 'n' || i % 99, 1, i, now(), '1000017,1000018'"
                    + " from generate_series(1, " + NEWS + ") i");
            statement.execute("vacuum analyze");
        }
    }

    private String price(String what, String sql) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < 20; i++) read(select);
            Duration before = Burnt.by(database);
            long end = System.nanoTime() + EACH.toNanos();
            int times = 0;
            long rows = 0;
            for (; System.nanoTime() < end; times++) rows = read(select);
            Duration burnt = Burnt.by(database).minus(before);
            return String.format(Locale.ROOT, "%-45s %8.3f ms, %d rows", what, (double) burnt.toMillis() / times, rows);
        } catch (SQLException cannot) {
            throw new AssertionError(cannot);
        }
    }

    private static long read(PreparedStatement select) throws SQLException {
        long rows = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) rows++;
        }
        return rows;
    }
}
