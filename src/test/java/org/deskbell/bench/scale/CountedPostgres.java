package org.deskbell.bench.scale;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskbell.support.TargetFolder;

/** A PostgreSQL that writes down every statement it executes, so that they can be counted by what they are. */
final class CountedPostgres implements AutoCloseable {
    private static final Pattern EXECUTED = Pattern.compile("(?m)^.*LOG: +execute [^:]+: (.*)$");
    private static final Pattern HEARD =
            Pattern.compile("(?i)select .* from conversation where .*\\bid in \\((.*?)\\).*");

    private static final Pattern ANOTHER_ROW = Pattern.compile("\\), ?\\(\\$");

    /** How each sort of statement begins, or what is in it; the first that fits counts. */
    private static final Map<Pattern, Count> SORTS = sorts();

    private final Path log;
    private final EmbeddedPostgres server;

    CountedPostgres() {
        try {
            Path folder = TargetFolder.fresh("statements");
            log = folder.resolve("statements.log");
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_directory", folder.toString())
                    .setServerConfig("log_filename", "statements.log")
                    .setServerConfig("log_file_mode", "0644")
                    .start();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    String address() {
        return server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
    }

    /** The server, whose children are the processes of the connections. */
    ProcessHandle process() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        } catch (SQLException cannot) {
            throw new AssertionError(cannot);
        }
    }

    /** From now on, or no more: writing them down costs as much as executing them. */
    void writeDown(boolean on) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + (on ? "all" : "none") + "'");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException cannot) {
            throw new AssertionError(cannot);
        }
    }

    /** How far the log goes: statements are counted from here. */
    long mark() {
        return log.toFile().length();
    }

    Map<Count, Long> since(long mark) {
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        for (String sql : statements(mark)) {
            SORTS.entrySet().stream()
                    .filter(sort -> sort.getKey().matcher(sql).find())
                    .findFirst()
                    .ifPresent(sort -> counts.merge(sort.getValue(), rows(sql), Long::sum));
            Matcher heard = HEARD.matcher(sql);
            if (heard.matches())
                counts.merge(Count.HEARD_ROWS, (long) heard.group(1).split(",").length, Long::sum);
        }
        return counts;
    }

    /** The driver joins inserts to one with many rows. */
    private static long rows(String sql) {
        return sql.startsWith("insert") ? 1 + ANOTHER_ROW.matcher(sql).results().count() : 1;
    }

    private List<String> statements(long mark) {
        try (var from = Files.newInputStream(log)) {
            from.skipNBytes(mark);
            return EXECUTED.matcher(new String(from.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static Map<Pattern, Count> sorts() {
        Map<Pattern, Count> sorts = new LinkedHashMap<>();
        sorts.put(Pattern.compile("from conversation where id = any.*for update"), Count.TRANSACTIONS);
        sorts.put(Pattern.compile("from entry where ref = any"), Count.REF_LOOKUPS);
        sorts.put(Pattern.compile("^insert into entry"), Count.ENTRIES);
        sorts.put(Pattern.compile("(?i)cross join lateral"), Count.NEAR_READS);
        sorts.put(Pattern.compile("^insert into conversation"), Count.UPDATES);
        sorts.put(Pattern.compile("^insert into node_news"), Count.NEWS);
        sorts.put(Pattern.compile("^select node_id, lane, number, told"), Count.POLLS);
        sorts.put(Pattern.compile("^update node set"), Count.BEATS);
        sorts.put(Pattern.compile("^select id(, by_redis)? from node where"), Count.NODE_LOOKUPS);
        sorts.put(Pattern.compile("from node_agent"), Count.ROLL_READS);
        sorts.put(Pattern.compile("(?i)^select id, last_seq, visitor_id from conversation"), Count.LOOKS);
        sorts.put(Pattern.compile("(?i)from conversation where .*id in \\(select max"), Count.MOVED_READS);
        sorts.put(Pattern.compile("(?i)from conversation where .*\\bid in \\("), Count.HEARD_READS);
        sorts.put(Pattern.compile("(?i)from entry where .*seq >"), Count.LOG_READS);
        sorts.put(Pattern.compile("(?i)count\\(.*from conversation.*group by"), Count.LIST_TICKS);
        return sorts;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
