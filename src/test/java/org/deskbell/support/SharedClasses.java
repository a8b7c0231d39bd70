package org.deskbell.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The classes of the embedded server, read and checked by the first one of a test run and taken over by all others, which saves each start a
 * sixth of its work. Written from the running server (JDK 17, {@code jcmd VM.cds}); only classes from archives can be in it.
 */
final class SharedClasses {
    private static final String NOTES = "-XX:+RecordDynamicDumpInfo";
    private static final Path FOLDER = Path.of("target/launcher").toAbsolutePath();
    private static final Path ARCHIVE = FOLDER.resolve("server.jsa");

    private SharedClasses() {}

    /** The launcher's classes alone, without those of the tests. */
    static Path launcher() {
        return Launcher.ARCHIVE;
    }

    /** Written once in a run: the shared classes are only good for the very same file. */
    private static final class Launcher {
        static final Path ARCHIVE = write();

        private static Path write() {
            try {
                Files.createDirectories(FOLDER);
                Files.deleteIfExists(SharedClasses.ARCHIVE);
                Path archive = FOLDER.resolve("launcher.jar");
                try (OutputStream file = Files.newOutputStream(archive);
                        JarOutputStream jar = new JarOutputStream(file)) {
                    for (Path each : classes()) {
                        jar.putNextEntry(new JarEntry("org/deskbell/support/" + each.getFileName()));
                        try (InputStream bytes = Files.newInputStream(each)) {
                            bytes.transferTo(jar);
                        }
                        jar.closeEntry();
                    }
                }
                return archive;
            } catch (IOException | URISyntaxException cannot) {
                throw new IllegalStateException(cannot);
            }
        }

        private static List<Path> classes() throws IOException, URISyntaxException {
            try (Stream<Path> all =
                    Files.list(Path.of(EmbeddedServer.class.getResource("").toURI()))) {
                return all.filter(file -> file.getFileName().toString().matches("(Embedded|WebappWatch).*"))
                        .toList();
            }
        }
    }

    /** What the Java machine of a server is told: to take them over, or to note what it loads as long as there are none. */
    static List<String> options() {
        launcher();
        return List.of(Files.exists(ARCHIVE) ? "-XX:SharedArchiveFile=" + ARCHIVE : NOTES);
    }

    /** Writes down what this server has loaded, unless it took that over itself. */
    static synchronized void write(long server, List<String> command) {
        if (!command.contains(NOTES) || Files.exists(ARCHIVE)) return;
        Path half = FOLDER.resolve("half.jsa");
        String jcmd = ServerUnderTest.javaTool("jcmd");
        ServerUnderTest.tool(jcmd, String.valueOf(server), "VM.cds", "dynamic_dump", half.toString());
        try {
            Files.move(half, ARCHIVE);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
