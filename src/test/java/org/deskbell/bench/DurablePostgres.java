package org.deskbell.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deskbell.support.Await;
import org.deskbell.support.Net;

/**
 * PostgreSQL as operators run it: every commit waits for the disk, which may be made slower. That of the tests is started without fsync, so only
 * its binaries and its initdb are used here.
 */
final class DurablePostgres implements AutoCloseable {
    private static final Path FOLDER = Path.of("target/bench/postgres").toAbsolutePath();
    private static final int COMMITS = 51;

    /** {@code wal_init_zero}: segments of a store that has run for some days are there already, none is filled with zeros first. */
    private static final List<String> BASIC = List.of(
            "fsync=on", "synchronous_commit=on", "max_connections=200", "max_wal_size=8GB", "wal_init_zero=off");

    private static final int FIRST_ANALYSIS = 5;

    private final List<String> databases = new CopyOnWriteArrayList<>();
    private final int port = Net.freePort();
    private final List<String> log = new ArrayList<>();
    private final Path data;
    private final Process process;
    private volatile boolean listening;

    /**
     * @param fsyncMicros how much longer each fsync lasts
     * @param settings of postgresql.conf, as {@code name=value}
     */
    DurablePostgres(int fsyncMicros, String... settings) {
        try {
            data = Files.createTempDirectory(Files.createDirectories(FOLDER), "data");
            prepare(data);
            List<String> command = new ArrayList<>();
            if (LinuxUtils.isUnshareAvailable()) command.addAll(List.of("unshare", "-U"));
            command.addAll(List.of(binary(), "-D", data.toString(), "-p", String.valueOf(port)));
            Stream.concat(BASIC.stream(), Stream.of(settings))
                    .forEach(setting -> command.addAll(List.of("-c", setting)));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            if (fsyncMicros > 0) {
                builder.environment().put("LD_PRELOAD", SlowFsync.library().toString());
                builder.environment().put("FSYNC_US", String.valueOf(fsyncMicros));
            }
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            Thread reader = new Thread(this::listen, "postgres-log");
            reader.setDaemon(true);
            reader.start();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        Await.until(() -> "PostgreSQL; it said " + log(), Duration.ofSeconds(60), () -> listening);
        analyseIn(FIRST_ANALYSIS);
    }

    private static void prepare(Path data) throws IOException {
        EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(FOLDER.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start()
                .close();
    }

    /**
     * A table that grows from nothing at full speed is read from end to end by plans made when it was small, until it is analysed. In life it grows
     * slower than the minute in which PostgreSQL looks; here it is analysed each time twice as much time has passed.
     */
    private void analyseIn(int seconds) {
        CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(() -> {
            if (!process.isAlive()) return;
            databases.forEach(name -> execute(address(name), "analyze"));
            analyseIn(2 * seconds);
        });
    }

    private static String binary() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.map(each -> each.resolve("bin/postgres"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (log) {
                    log.add(line);
                }
                listening |= line.contains("ready to accept connections");
            }
        } catch (IOException killed) {
            // It is gone, and with it its output.
        }
    }

    /** What it has said since it was asked last. */
    List<String> log() {
        synchronized (log) {
            List<String> said = List.copyOf(log);
            log.clear();
            return said;
        }
    }

    /** The JDBC address of a new, empty database. */
    String database(String name) {
        execute(address("postgres"), "create database " + name);
        databases.add(name);
        return address(name);
    }

    private String address(String name) {
        return "jdbc:postgresql://localhost:" + port + "/" + name + "?user=postgres&reWriteBatchedInserts=true";
    }

    /** For settings of the whole server. */
    void configure(String... statements) {
        execute(address("postgres"), statements);
    }

    static void execute(String database, String... statements) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        } catch (SQLException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    /** What one commit of one small row takes, in milliseconds: shows that the slower disk is really there. */
    double commitMillis() {
        long[] took = new long[COMMITS];
        try (Connection connection = DriverManager.getConnection(address("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists probe (id bigint)");
            for (int i = 0; i < COMMITS; i++) {
                long start = System.nanoTime();
                statement.execute("insert into probe values (" + i + ")");
                took[i] = System.nanoTime() - start;
            }
        } catch (SQLException cannot) {
            throw new IllegalStateException(cannot);
        }
        Arrays.sort(took);
        return took[COMMITS / 2] / 1e6;
    }

    /** CPU time of the postmaster, of all processes it has at this moment, and of those that have ended. */
    Duration cpu() {
        return Burnt.by(process.toHandle());
    }

    /** Stops it as {@code pg_ctl stop -m fast} does and deletes its data. */
    @Override
    public void close() {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (IOException cannot) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException gone) {
            // What cannot be deleted stays in target/.
        }
    }
}
