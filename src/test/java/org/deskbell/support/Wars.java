package org.deskbell.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** WARs made of folders: exploded for the embedded server, and beside that packed, since stock servers take no folders. */
public final class Wars {
    public static final Path FOLDER = Path.of("target/wars");
    private static final Path BUILT = Path.of("target/deskbell");

    private Wars() {}

    /** Deskbell as it was built last; its raw modules instead of the bundles, which no client of the bench asks for. */
    public static Path deskbell() {
        Path war = FOLDER.resolve("deskbell");
        pack(BUILT, war);
        return war;
    }

    /** A later version of Deskbell, which brings one more migration with it. */
    public static Path later(String migration, String sql) {
        Path war = FOLDER.resolve("later");
        copy(BUILT, war);
        try {
            Files.writeString(war.resolve("WEB-INF/classes/db/migration").resolve(migration), sql);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        pack(war, war);
        return war;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path there = to.resolve(from.relativize(each).toString());
                Files.createDirectories(there.getParent());
                Files.write(there, Files.readAllBytes(each));
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Packs a folder into the file that has the name {@code as} with {@code .war} behind it. */
    public static void pack(Path folder, Path as) {
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
