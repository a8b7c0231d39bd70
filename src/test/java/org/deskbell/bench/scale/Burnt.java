package org.deskbell.bench.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** CPU time that processes have used: of this process' children and of theirs, told apart by the name of their program. */
final class Burnt {
    private static final Path PROCESSES = Path.of("/proc");
    private static final int TICKS_A_SECOND = 100;

    private Burnt() {}

    /** With what those used that they waited for: PostgreSQL has a process for each connection. */
    static Duration by(String program) {
        long ticks = ProcessHandle.current()
                .descendants()
                .filter(process -> name(process).contains(program))
                .mapToLong(Burnt::ticks)
                .sum();
        return Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND);
    }

    private static String name(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("");
    }

    private static long ticks(ProcessHandle process) {
        try {
            String line = Files.readString(PROCESSES.resolve(process.pid() + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (java.nio.file.NoSuchFileException over) {
            return 0;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
