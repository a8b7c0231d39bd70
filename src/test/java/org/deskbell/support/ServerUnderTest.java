package org.deskbell.support;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Deskbell in a process of its own, as operators run it: started, killed, paused and started again by the tests. */
public final class ServerUnderTest implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(Integer.getInteger("tests.start", 120));
    private static final String REFUSES = "Deskbell does not start.";
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private final ServerSettings settings;
    private final List<String> log = new ArrayList<>();
    private Process process;
    private volatile boolean ready;
    private volatile boolean refuses;

    private ServerUnderTest(ServerSettings settings) {
        this.settings = settings;
    }

    /** A server of its own, with an empty data folder, for tests that hurt it. */
    public static ServerUnderTest start() {
        return start(ServerSettings.fresh());
    }

    public static ServerUnderTest start(ServerSettings settings) {
        ServerUnderTest server = new ServerUnderTest(settings);
        server.run();
        return server;
    }

    /** Several at the same time, in this order. */
    public static List<ServerUnderTest> together(ServerSettings... each) {
        List<CompletableFuture<ServerUnderTest>> starting = Stream.of(each)
                .map(settings -> CompletableFuture.supplyAsync(
                        () -> start(settings), Executors.newSingleThreadExecutor(Net.daemon("start"))))
                .toList();
        try {
            return starting.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failed) {
            starting.forEach(one -> one.whenComplete((server, failure) -> {
                if (server != null) server.close();
            }));
            throw new AssertionError("not all of them started", failed.getCause());
        }
    }

    /** The one server of this test run, for tests that leave it as it was; {@code -Dserver.url=} names another one. */
    public static URI shared() {
        String given = System.getProperty("server.url", "");
        return given.isEmpty() ? SharedServer.SERVER.address() : URI.create(given.endsWith("/") ? given : given + "/");
    }

    /** The process behind {@link #shared()}; fails where {@code -Dserver.url=} names a server that is not ours. */
    public static ServerUnderTest sharedProcess() {
        if (!System.getProperty("server.url", "").isEmpty()) {
            throw new AssertionError("this test looks into the server process; run it without -Dserver.url");
        }
        return SharedServer.SERVER;
    }

    private static final class SharedServer {
        static final ServerUnderTest SERVER = start(ServerSettings.fresh().roomy());
    }

    /** Starts the process on the same port with the same data and waits until it answers. */
    public synchronized void run() {
        List<String> command = settings.command();
        try {
            ready = false;
            refuses = false;
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            Process started = process;
            Net.daemon("server-log").newThread(() -> listen(started)).start();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        Await.until(
                () -> "ready line of the server; it said:\n" + String.join("\n", lastLines()),
                START,
                () -> ready || refuses || !process.isAlive());
        if (!ready) {
            // A stock server stays, without Deskbell in it.
            kill();
            throw new AssertionError("the server did not start:\n" + String.join("\n", lastLines()));
        }
        SharedClasses.write(process.pid(), command);
    }

    /** What it says stays below target/, for whoever has to find out why a test failed. */
    private void listen(Process from) {
        Path kept = TargetFolder.logs().resolve(from.pid() + ".log");
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(kept), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.println(line);
                synchronized (log) {
                    log.add(line);
                }
                ready |= settings.isReady(line) && from == process;
                refuses |= line.contains(REFUSES) && from == process;
            }
        } catch (IOException killed) {
            // The process is gone, and with it its output.
        }
    }

    private List<String> lastLines() {
        List<String> all = log();
        return all.subList(Math.max(0, all.size() - 60), all.size());
    }

    /** Everything it has said so far, over all its lives. */
    public List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    public URI address() {
        return settings.address();
    }

    public Path data() {
        return settings.data();
    }

    /** With which codes it may close sockets when it is stopped. */
    public static List<Integer> goodbyes() {
        return RealServer.chosen().map(RealServer::goodbyes).orElse(List.of(1012));
    }

    /** The power of {@code kill -9}: no farewell, no flush. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(20));
    }

    /** SIGTERM, as a service manager stops it. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end and says with which code it came. */
    public int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the server has not ended within " + patience);
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGSTOP: a very long garbage collection. */
    public void pause() {
        tool("kill", "-STOP", String.valueOf(process.pid()));
    }

    public void unpause() {
        tool("kill", "-CONT", String.valueOf(process.pid()));
    }

    public long pid() {
        return process.pid();
    }

    /** Bytes of live objects, after a full collection. */
    public long liveHeap() {
        Matcher total = TOTAL.matcher(tool(javaTool("jcmd"), String.valueOf(process.pid()), "GC.class_histogram"));
        if (!total.find()) {
            throw new AssertionError("jcmd gave no total");
        }
        return Long.parseLong(total.group(1));
    }

    /** A dump of its threads. */
    public String threads() {
        return tool(javaTool("jcmd"), String.valueOf(process.pid()), "Thread.print");
    }

    /** Open files and sockets of the process. */
    public int descriptors() {
        String[] open = new File("/proc/" + process.pid() + "/fd").list();
        return open == null ? -1 : open.length;
    }

    /** From now on it may have no more than this many. */
    public void limitDescriptors(int most) {
        tool("prlimit", "--pid", String.valueOf(process.pid()), "--nofile=" + most + ":");
    }

    /** CPU time used since it started. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    static String javaTool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    static String tool(String... command) {
        try {
            Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new AssertionError(Arrays.toString(command) + ": " + output);
            }
            return output;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Stops it, by force if it hangs, and deletes its data. */
    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(20));
        settings.delete();
    }

    /** Stops it in order and leaves its data to be read. */
    public void stop() {
        terminate();
        awaitExit(Duration.ofSeconds(60));
    }

    /** Whether its tables can be read while it runs: H2's file belongs to one process. */
    public boolean sharesItsStore() {
        return settings.store() != null;
    }

    /** The JDBC address of its PostgreSQL, null where it has a file. */
    public String database() {
        return settings.store();
    }

    /** Its tables; those of a file after the server has ended. */
    public StoreReader store() {
        if (process.isAlive() && !sharesItsStore()) {
            throw new AssertionError("stop the server before its store is read");
        }
        return settings.store() == null
                ? new StoreReader(Files.isDirectory(data()) ? data() : null)
                : new StoreReader(settings.store());
    }
}
