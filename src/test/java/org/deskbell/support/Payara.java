package org.deskbell.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Server, started as its start-domain would, without asadmin between: kill -9 must hit the server. It reads passwords from its standard input, up to the end of it. */
final class Payara extends RealServer {
    private static final String DUMP = "Dump of JVM Invocation line that would be used to launch:";
    private static final int ADMIN_PORT = 4848;

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
    Map<String, String> environment() {
        return Map.of("PAYARA_HOME", home().toString());
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
        command.removeIf(option -> option.startsWith("-Xmx"));
        List<String> ours = new ArrayList<>(settings.options());
        ours.add("-Xms" + settings.heap());
        ours.add("-Xmx" + settings.heap());
        ours.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(1, ours);
        return command;
    }

    @Override
    String own(String configuration, ServerSettings settings) {
        return super.own(configuration, settings)
                .replace("port=\"" + ADMIN_PORT + "\"", "port=\"" + Net.freePort() + "\"");
    }
}
