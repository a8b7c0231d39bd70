package org.deskbell.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Empty folders below target/, so that what a killed server leaves behind goes with {@code mvn clean}. */
public final class TargetFolder {
    private static final Path PARENT = Path.of("target/servers").toAbsolutePath();

    private TargetFolder() {}

    /** @param name how the folder's name begins */
    public static Path fresh(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(PARENT), name);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
