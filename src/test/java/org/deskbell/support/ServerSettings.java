package org.deskbell.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a server under test is started: folder, port, memory and what is set otherwise than in production. */
public final class ServerSettings {

    /** What a demo may have; a password at the rounds of production costs a processor a second without the whole compiler. */
    private static final int FEWEST_ROUNDS = 2_000;

    private static final String ROUNDS = "deskbell.password.rounds";
    private static final String READY = "Deskbell is ready on ";
    private static final Pattern OPENS = Pattern.compile("<server\\.opens>(.*?)</server\\.opens>", Pattern.DOTALL);

    private final Path data;
    private final int port = Net.freePort();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private Path war = Path.of("target/deskbell");
    private boolean demo = true;
    private String heap = "512m";
    private String path = "/";
    private List<String> machine = List.of("-XX:TieredStopAtLevel=1");
    private String store;
    private int mail;

    private ServerSettings(Path data, Path temporary) {
        this.data = data;
        with(ROUNDS, FEWEST_ROUNDS);
        with("java.io.tmpdir", temporary);
    }

    public static ServerSettings fresh() {
        return in(TargetFolder.fresh("data"));
    }

    /** With everything it writes in this folder, its temporary files too. */
    public static ServerSettings in(Path folder) {
        try {
            return new ServerSettings(folder, Files.createDirectory(folder.resolve("tmp")));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** A setting of the product, as an operator gives it on the command line. */
    public ServerSettings with(String property, Object value) {
        properties.put(property, String.valueOf(value));
        return this;
    }

    /** As in production; passwords are hashed as there too. */
    public ServerSettings withoutDemo() {
        demo = false;
        properties.remove(ROUNDS);
        return this;
    }

    /** Another WAR than Deskbell's: a folder, and beside it for stock servers a file of the same name with {@code .war} behind it. */
    public ServerSettings war(Path folder) {
        war = folder;
        return this;
    }

    /** With all of the compiler; without it a server starts with half the work, and is slower for good. */
    public ServerSettings optimised() {
        machine = List.of();
        return this;
    }

    /** A PostgreSQL instead of the H2 file in the data folder, as a JDBC address with user and password. */
    public ServerSettings store(String url) {
        store = url;
        return this;
    }

    /** With a mail session that hands mails to whoever listens on this port here. */
    public ServerSettings mail(int toPort) {
        mail = toPort;
        return this;
    }

    /** The context path, beginning with a slash. */
    public ServerSettings path(String context) {
        path = context;
        return this;
    }

    public ServerSettings heap(String size) {
        heap = size;
        return this;
    }

    /** Room for all the visitors and agents of a test run, who come from one address. */
    public ServerSettings roomy() {
        return with("deskbell.visitors.per-address", 1_000_000)
                .with("deskbell.connections.per-address", 1_000_000)
                .with("deskbell.wrong-secrets.per-address", 1_000_000)
                .with("deskbell.flood.ban", 0)
                .with("deskbell.login.tries", 1_000);
    }

    /** Without the limits per connection too, for loads no single visitor would make. */
    public ServerSettings unlimited() {
        return roomy().with("deskbell.rate.ease", 10_000);
    }

    /** Null where it is the H2 file. */
    String store() {
        if (store == null) store = RealServer.ownDatabase();
        return store;
    }

    /** 0 where it has no mail session. */
    int mail() {
        return mail;
    }

    Path archive() {
        return war.resolveSibling(war.getFileName() + ".war").toAbsolutePath();
    }

    int port() {
        return port;
    }

    String path() {
        return path;
    }

    /** Where it is reached, with a slash at the end; known before it is started. */
    public URI address() {
        return URI.create("http://localhost:" + port + (path.endsWith("/") ? path : path + "/"));
    }

    Path data() {
        return data;
    }

    /** What the Java machine is told. */
    List<String> machine() {
        List<String> options =
                new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError"));
        options.addAll(machine);
        return options;
    }

    /** The settings of the product as options of Java; where it is reached is one of them. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        properties.forEach((name, value) -> options.add("-D" + name + "=" + value));
        options.add("-Ddeskbell.demo=" + demo);
        if (!properties.containsKey("deskbell.address")) options.add("-Ddeskbell.address=" + address());
        return options;
    }

    /** Whether this line of the server's log says that Deskbell can be used. */
    boolean isReady(String line) {
        return RealServer.chosen().map(real -> real.isReady(line)).orElseGet(() -> line.startsWith(READY));
    }

    /** The embedded server, or the one that {@code -Dserver=wildfly} asks for. */
    List<String> command() {
        return RealServer.chosen().map(real -> real.command(this)).orElseGet(this::embedded);
    }

    private List<String> embedded() {
        List<String> command = new ArrayList<>(List.of(ServerUnderTest.javaTool("java")));
        command.addAll(machine());
        command.addAll(SharedClasses.options());
        command.addAll(List.of(opens().strip().split("\\s+")));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp",
                classPath(),
                "org.deskbell.support.EmbeddedServer",
                "--war=" + war.toAbsolutePath(),
                "--data=" + data,
                "--port=" + port,
                "--path=" + path,
                "--demo=" + demo));
        if (store != null) command.add("--store=" + store);
        if (mail != 0) command.add("--mail=" + mail);
        return command;
    }

    /** The packages Payara Embedded reaches into, written once: in the pom. */
    private static String opens() {
        try {
            Matcher opens = OPENS.matcher(Files.readString(Path.of("pom.xml")));
            if (!opens.find()) {
                throw new AssertionError("server.opens is missing in pom.xml");
            }
            return opens.group(1);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** The launcher and the server only: what the WAR holds must come from the WAR. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.concat(
                        Stream.of(all.split(File.pathSeparator))
                                .filter(part ->
                                        part.matches(".*(yasson|payara-embedded-all|/postgresql/postgresql).*")),
                        Stream.of(SharedClasses.launcher().toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    void delete() {
        TargetFolder.delete(data);
    }
}
