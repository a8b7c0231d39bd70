package org.deskbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The library that makes a disk slower, compiled where it is asked for. */
final class SlowFsync {
    private static final Path SOURCE = Path.of("src/test/c/slowfsync.c");
    private static final Path LIBRARY = Path.of("target/bench/slowfsync.so").toAbsolutePath();

    private SlowFsync() {}

    /** To be named in LD_PRELOAD; fails with a sentence where it cannot be made. */
    static Path library() {
        try {
            Files.createDirectories(LIBRARY.getParent());
            Process compiler = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-O2", "-o", LIBRARY.toString(), SOURCE.toString(), "-ldl")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (compiler.waitFor() != 0)
                throw new IllegalStateException("cc could not compile " + SOURCE + ": " + said);
            return LIBRARY;
        } catch (IOException none) {
            throw new UncheckedIOException(
                    "-Dbench.fsync needs a C compiler named cc (apt-get install gcc libc6-dev), on Linux; or leave it out.",
                    none);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
