package org.deskbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** {@code mvn -Pbench}: runs what {@code -Dbench.what=} asks for, prints a table for each and writes them to target/bench.md. */
public final class Bench {
    private static final Path REPORT = Path.of("target/bench.md");

    /** The parts that have a table of their own; the others share one. */
    private static final Map<String, Consumer<Sheet>> ALONE = Map.of(
            "neighbours", Neighbours::measure,
            "nodes", Nodes::measure,
            "history", History::measure,
            "list", Lists::measure,
            "routing", Routing::measure,
            "assistance", Assistance::measure);

    private Bench() {}

    public static void main(String... arguments) throws IOException {
        if (Terms.stock() && !Terms.POSTGRESQL) System.setProperty("stock.h2", "true");
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, heading());
        List<String> parts = Terms.parts();
        List<String> together =
                parts.stream().filter(part -> !ALONE.containsKey(part)).toList();
        if (!together.isEmpty()) run("Beside the bare endpoint", sheet -> BesideBare.measure(sheet, together));
        for (String part : parts) {
            if (ALONE.containsKey(part))
                run(part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1), ALONE.get(part));
        }
    }

    private static void run(String title, Consumer<Sheet> part) throws IOException {
        Sheet sheet = new Sheet(title);
        long start = System.nanoTime();
        try {
            part.accept(sheet);
        } finally {
            sheet.note(String.format(Locale.ROOT, "took %.0f minutes", (System.nanoTime() - start) / 60e9));
            Files.writeString(REPORT, Files.readString(REPORT) + sheet);
            System.out.println(sheet);
        }
    }

    private static String heading() {
        return String.format(
                Locale.ROOT,
                "%s, Java %s, %d processors, heap %s, %d visitors for each agent's socket, text of 64 characters.%n%n",
                Terms.SERVER,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Terms.HEAP,
                Terms.PER_AGENT);
    }
}
