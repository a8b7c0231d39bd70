package org.deskbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The WARs as files: stock servers take no folders. */
final class Wars {
    static final Path FOLDER = Path.of("target/bench");

    private Wars() {}

    /** Deskbell as it was built last; its raw modules instead of the bundles, which no client of the bench asks for. */
    static Path deskbell() {
        Path war = FOLDER.resolve("deskbell");
        pack(Path.of("target/deskbell"), war);
        return war;
    }

    /** Packs a folder into the file that has the name {@code as} with {@code .war} behind it. */
    static void pack(Path folder, Path as) {
        try {
            Files.createDirectories(FOLDER);
            Path file = as.resolveSibling(as.getFileName() + ".war");
            try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(file));
                    Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                    war.putNextEntry(
                            new ZipEntry(folder.relativize(each).toString().replace('\\', '/')));
                    Files.copy(each, war);
                }
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
