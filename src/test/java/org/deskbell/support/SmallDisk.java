package org.deskbell.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A disk of its own, in memory, that can be filled up. To mount it takes root, or a namespace where one is root. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        ballast = folder.resolve("ballast");
    }

    /** Empty where nothing can be mounted. */
    public static Optional<SmallDisk> mount(int megabytes) {
        try {
            Path parent = Files.createDirectories(Path.of("target/disks"));
            Path folder = Files.createTempDirectory(parent, "disk").toAbsolutePath();
            Process mount = new ProcessBuilder(
                            "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "deskbell-test", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (mount.waitFor() != 0) return Optional.empty();
            SmallDisk disk = new SmallDisk(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(disk::close));
            return Optional.of(disk);
        } catch (IOException noTool) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Where there is none, skips the test and says what to do, or with -Dwhole=true fails. */
    public static SmallDisk need(Optional<SmallDisk> disk) {
        String advice = "a disk that is full needs mount: run as root, or by unshare -rm mvn verify";
        if (Boolean.getBoolean("whole")) assertThat(disk).as(advice).isPresent();
        Assumptions.assumeTrue(disk.isPresent(), advice);
        return disk.orElseThrow();
    }

    public Path folder() {
        return folder;
    }

    /** To the last byte. */
    public void fill() {
        byte[] piece = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) out.write(piece);
        } catch (IOException full) {
            if (room() > 0) throw new AssertionError("not full", full);
        }
    }

    public void free() {
        try {
            Files.deleteIfExists(ballast);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    public long room() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    @Override
    public void close() {
        if (!Files.isDirectory(folder)) return;
        try {
            new ProcessBuilder("umount", "--lazy", folder.toString()).start().waitFor();
            Files.deleteIfExists(folder);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
