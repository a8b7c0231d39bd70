package org.deskbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** CPU time that a process and its children have used, as Linux counts it. */
public final class Burnt {
    private static final int TICKS_A_SECOND = 100;

    private Burnt() {}

    public static Duration by(ProcessHandle process) {
        long ticks = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Burnt::ticks)
                .sum();
        return Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND);
    }

    /** Its own, and that of the children it has waited for. */
    private static long ticks(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Stream.of(11, 12, 13, 14)
                    .mapToLong(at -> Long.parseLong(fields[at]))
                    .sum();
        } catch (NoSuchFileException over) {
            return 0;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
