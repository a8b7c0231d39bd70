package org.deskbell.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Empty folders below target/, so that what a killed server leaves behind goes with {@code mvn clean}. */
public final class TargetFolder {
    private static final Path PARENT = Path.of("target/servers").toAbsolutePath();
    private static final Path LOGS = Path.of("target/server-logs").toAbsolutePath();

    private TargetFolder() {}

    /** @param name how the folder's name begins */
    public static Path fresh(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(PARENT), name);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Where what servers say is kept. */
    static Path logs() {
        try {
            return Files.createDirectories(LOGS);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** The same as {@link #fresh}, until this Java machine ends. */
    public static Path passing(String name) {
        Path folder = fresh(name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    /** With all that is in it. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException gone) {
            // What cannot be deleted stays in target/.
        }
    }
}
