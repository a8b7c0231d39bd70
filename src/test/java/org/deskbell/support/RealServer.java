package org.deskbell.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A stock application server, unpacked into target/ by the build. Of its configuration a copy is set up once per test
 * run by the script in deployment/; each server under test is a copy of that with a port and a data folder of its own.
 */
abstract class RealServer {
    private static final Path UNPACKED = Path.of("target/stock").toAbsolutePath();
    /** Stand in the one set-up for what differs between its copies. */
    static final int PORT = Net.freePort();

    private static final Path DATA = UNPACKED.resolve("data-of-one-server");

    private static final Optional<RealServer> CHOSEN =
            switch (System.getProperty("server", "embedded")) {
                case "embedded" -> Optional.empty();
                case "payara" -> Optional.of(new Payara());
                case "wildfly" -> Optional.of(new WildFly());
                default -> throw new AssertionError("-Dserver= takes embedded, payara or wildfly");
            };

    /** What the script has set up, by the WAR it put in; empty where it failed. */
    private final Map<Path, Optional<Path>> patterns = new HashMap<>();

    /** It has to be there: Payara starts the application as soon as it is put in. */
    private String firstDatabase;

    static Optional<RealServer> chosen() {
        return CHOSEN;
    }

    /** The database of a server that did not ask for one: stock servers are tested on PostgreSQL, or with -Dstock.h2 on a file. */
    static String ownDatabase() {
        return CHOSEN.isEmpty() || h2() ? null : Postgres.database();
    }

    private static boolean h2() {
        return Boolean.getBoolean("stock.h2");
    }

    private final String folder;

    /** @param folder how the name of the unpacked folder begins */
    RealServer(String folder) {
        this.folder = folder;
    }

    final Path home() {
        return folder(UNPACKED, folder);
    }

    abstract boolean isReady(String line);

    /** The environment of the script for this copy, beside what every server is told. */
    abstract Map<String, String> environment(Path copy);

    abstract String script();

    List<Integer> goodbyes() {
        return List.of(1012);
    }

    /** What the script changes, as it was unpacked. */
    abstract Path original();

    abstract List<String> command(ServerSettings settings, Path copy);

    final synchronized List<String> command(ServerSettings settings) {
        Path copy = settings.data().resolve("server");
        if (!Files.exists(copy)) {
            copy(pattern(settings.archive()), copy, configuration -> own(configuration, settings));
            if (!settings.path().equals("/") || settings.mail() != 0) change(copy, settings);
        }
        return command(settings, copy);
    }

    private Path pattern(Path war) {
        if (!patterns.containsKey(war)) {
            patterns.put(war, Optional.empty());
            patterns.put(war, Optional.of(setUp(war)));
        }
        return patterns.get(war).orElseThrow(() -> new AssertionError(script() + " failed before"));
    }

    private Path setUp(Path war) {
        if (!Files.exists(war))
            throw new AssertionError("there is no " + war + "; run the whole build with the profile");
        if (!h2() && firstDatabase == null) firstDatabase = Postgres.database();
        Path copy = UNPACKED.resolve("set-up-" + System.nanoTime());
        copy(original(), copy, this::apart);
        configure(environment(copy), war, PORT, DATA, firstDatabase, "/");
        if (patterns.size() == 1) {
            List<String> once = configuration(copy);
            configure(environment(copy), war, PORT, DATA, firstDatabase, "/");
            assertThat(configuration(copy))
                    .as("run twice, " + script() + " changes nothing")
                    .isEqualTo(once);
        }
        return copy;
    }

    /** The words of the server's configuration, sorted: what is taken away and made anew may stand elsewhere. */
    private static List<String> configuration(Path copy) {
        try (Stream<Path> files = Files.walk(copy)) {
            List<String> words = new ArrayList<>();
            for (Path file : files.filter(RealServer::isConfiguration).toList())
                words.addAll(List.of(Files.readString(file).split("[\\s<>]+")));
            assertThat(words).isNotEmpty();
            return words.stream().sorted().toList();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** The one in force: WildFly keeps what it was before in folders of history. */
    private static boolean isConfiguration(Path file) {
        String name = file.getFileName().toString();
        String folder = file.getParent().getFileName().toString();
        boolean current = folder.equals("configuration") || folder.equals("config");
        return current && (name.equals("domain.xml") || name.equals("standalone.xml"));
    }

    /** To another context path, or with mail, as operators would do it: by the script, once more. */
    private void change(Path copy, ServerSettings settings) {
        Map<String, String> environment = new HashMap<>(environment(copy));
        if (settings.mail() != 0) {
            environment.putAll(Map.of(
                    "MAIL_HOST",
                    "127.0.0.1",
                    "MAIL_PORT",
                    String.valueOf(settings.mail()),
                    "MAIL_TLS",
                    "none",
                    "MAIL_FROM",
                    "chat@deskbell.example"));
        }
        configure(environment, settings.archive(), settings.port(), settings.data(), settings.store(), settings.path());
    }

    private void configure(
            Map<String, String> environment, Path war, int port, Path data, String database, String path) {
        ProcessBuilder script = new ProcessBuilder("sh", script()).redirectInput(new File("/dev/null"));
        script.environment().putAll(environment);
        script.environment()
                .putAll(Map.of(
                        "HTTP_PORT",
                        String.valueOf(port),
                        "DATA",
                        data.toString(),
                        "WAR",
                        war.toString(),
                        "CONTEXT_PATH",
                        path));
        if (!h2())
            script.environment().putAll(Map.of("DB_URL", database, "DB_USER", "postgres", "DB_DRIVER", driver()));
        output(script);
    }

    private static String driver() {
        return Path.of(org.postgresql.Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }

    private static void copy(Path from, Path to, UnaryOperator<String> change) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path there = to.resolve(from.relativize(file));
                String name = file.getFileName().toString();
                if (name.equals("domain.xml") || name.equals("standalone.xml")) {
                    Files.writeString(there, change.apply(Files.readString(file)));
                } else {
                    Files.copy(file, there);
                }
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** What a configuration has to say otherwise to be set up beside other servers. */
    String apart(String configuration) {
        return configuration;
    }

    /** What the server's configuration has to say otherwise in this copy. */
    String own(String configuration, ServerSettings settings) {
        String own = configuration.replace(String.valueOf(PORT), String.valueOf(settings.port()));
        String moved = h2()
                ? own.replace(DATA.toString(), settings.data().toString())
                : own.replace(xml(firstDatabase), xml(settings.store()));
        if (moved.equals(own)) throw new AssertionError("the script has not set the port and the database");
        return moved;
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;");
    }

    private static Path folder(Path in, String prefix) {
        try (Stream<Path> all = Files.list(in)) {
            return all.filter(each -> each.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + prefix + " in " + in));
        } catch (IOException cannot) {
            throw new AssertionError("unpack it with -Pwildfly or -Ppayara: " + cannot, cannot);
        }
    }

    static String output(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new AssertionError(command.command() + ": " + said);
            return said;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
