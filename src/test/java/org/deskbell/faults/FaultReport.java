package org.deskbell.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Collects one line for each fault test that held, for {@code src/docs/reliability.md}. */
final class FaultReport {

    private static final Path FILE = Path.of("target/faults.md");
    private static boolean begun;

    private FaultReport() {}

    static synchronized void add(String fault, String what, String result) {
        String line = "| " + fault + " | " + what + " | " + result + " |\n";
        System.out.print("faults: " + line);
        try {
            if (!begun) {
                begun = true;
                Files.writeString(FILE, "| fault | what was done | result |\n| --- | --- | --- |\n");
            }
            Files.writeString(FILE, line, StandardOpenOption.APPEND);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
