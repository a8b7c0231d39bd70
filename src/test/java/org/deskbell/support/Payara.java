package org.deskbell.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payara Server, started as its start-domain would, without asadmin between: kill -9 must hit the server. It reads passwords from its standard input, up to the end of it. */
final class Payara extends RealServer {
    private static final String DUMP = "Dump of JVM Invocation line that would be used to launch:";
    private static final Pattern ADMIN_PORT =
            Pattern.compile("(?<listener><network-listener(?=[^>]*name=\"admin-listener\")[^>]*port=\")(\\d+)");

    Payara() {
        super("payara");
    }

    @Override
    boolean isReady(String line) {
        return line.contains("Loading application [deskbell] at [");
    }

    @Override
    String script() {
        return "deployment/payara/configure.sh";
    }

    @Override
    Map<String, String> environment(Path copy) {
        return Map.of(
                "PAYARA_HOME",
                home().toString(),
                "DOMAINS",
                copy.getParent().toString(),
                "DOMAIN",
                copy.getFileName().toString(),
                "ADMIN_PORT",
                adminPort(copy));
    }

    private static String adminPort(Path copy) {
        try {
            Matcher port = ADMIN_PORT.matcher(Files.readString(copy.resolve("config/domain.xml")));
            if (!port.find()) throw new AssertionError("no port of the admin listener in " + copy);
            return port.group(2);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    @Override
    Path original() {
        return home().resolve("glassfish/domains/domain1");
    }

    @Override
    List<String> command(ServerSettings settings, Path copy) {
        String said = output(new ProcessBuilder(
                home().resolve("bin/asadmin").toString(),
                "start-domain",
                "--domaindir",
                copy.getParent().toString(),
                "--verbose",
                "--dry-run",
                copy.getFileName().toString()));
        List<String> command = new ArrayList<>(said.substring(said.indexOf(DUMP) + DUMP.length())
                .strip()
                .lines()
                .takeWhile(line -> !line.startsWith("Command start-domain"))
                .toList());
        command.removeIf(option -> option.startsWith("-Xm"));
        List<String> ours = new ArrayList<>(settings.options());
        ours.addAll(settings.machine());
        command.addAll(1, ours);
        return command;
    }

    @Override
    String apart(String configuration) {
        return ADMIN_PORT.matcher(configuration).replaceFirst("${listener}" + Net.freePort());
    }

    @Override
    String own(String configuration, ServerSettings settings) {
        return apart(super.own(configuration, settings));
    }
}
