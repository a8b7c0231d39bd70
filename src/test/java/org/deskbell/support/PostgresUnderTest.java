package org.deskbell.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of its own, for tests that hurt it: crashed, frozen, crowded and started again on the same data. */
public final class PostgresUnderTest implements AutoCloseable {
    private static final String TOO_MANY = "53300";
    private static final int CONNECTIONS = 48;

    private final Path data;
    private final int port = Net.freePort();
    private EmbeddedPostgres server;

    /** @param folder where its data go; it is made where it is missing */
    public PostgresUnderTest(Path folder) {
        data = folder.resolve("postgres");
        run();
    }

    /** Starts it, as safe as it comes and not as fast as tests like it; after a crash it recovers what was committed. */
    public void run() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("max_connections", String.valueOf(CONNECTIONS))
                    .setServerConfig("max_wal_size", "64MB")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** For a proxy before it. */
    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    private Optional<ProcessHandle> process() {
        try {
            return Optional.of(data.resolve("postmaster.pid"))
                    .filter(Files::exists)
                    .map(PostgresUnderTest::firstNumber)
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive);
        } catch (UncheckedIOException justGone) {
            return Optional.empty();
        }
    }

    private static long firstNumber(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).orElse(-1L);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** As {@code pg_ctl stop -m immediate}: nobody is told, nothing is written. */
    public void crash() {
        ServerUnderTest.tool(
                "kill", "-QUIT", String.valueOf(process().orElseThrow().pid()));
        Await.until("the end of PostgreSQL", () -> !isAlive());
        close();
    }

    /** SIGSTOP to all of it: it takes connections and answers none. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        ProcessHandle first = process().orElseThrow();
        Stream.concat(Stream.of(first), first.descendants())
                .forEach(each -> ServerUnderTest.tool("kill", signal, String.valueOf(each.pid())));
    }

    /** Others take every connection there is, those of the server under test too, until the crowd is closed. */
    public Crowd crowd() {
        return new Crowd();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Everybody else on this PostgreSQL. */
    public final class Crowd implements AutoCloseable {
        private final List<Connection> all = new ArrayList<>();

        private Crowd() {
            Await.until(() -> "all connections, there are " + all.size(), Await.PATIENCE, () -> {
                takeAll();
                return all.size() == CONNECTIONS;
            });
        }

        private void takeAll() {
            try {
                while (all.size() < CONNECTIONS) {
                    all.add(DriverManager.getConnection(url() + "&ApplicationName=crowd"));
                }
            } catch (SQLException full) {
                if (!TOO_MANY.equals(full.getSQLState())) throw new AssertionError(full);
                endTheOthers();
            }
        }

        private void endTheOthers() {
            try (Statement statement = all.get(0).createStatement();
                    ResultSet ended = statement.executeQuery("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where backend_type = 'client backend' and application_name <> 'crowd'")) {
                ended.next();
            } catch (SQLException cannot) {
                throw new AssertionError(cannot);
            }
        }

        @Override
        public void close() {
            try {
                for (Connection each : all) each.close();
            } catch (SQLException cannot) {
                throw new AssertionError(cannot);
            }
        }
    }
}
