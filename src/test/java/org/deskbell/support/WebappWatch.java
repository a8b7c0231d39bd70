package org.deskbell.support;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies what changes under webapp/ into the exploded WAR, so that an edit shows after a reload. */
final class WebappWatch implements Runnable {
    private final Path from;
    private final Path to;
    private final WatchService watch;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    private WebappWatch(Path from, Path to) throws IOException {
        this.from = from;
        this.to = to;
        this.watch = from.getFileSystem().newWatchService();
        register(from);
    }

    static void start(Path from, Path to) throws IOException {
        Thread thread = new Thread(new WebappWatch(from, to), "deskbell-webapp-watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (true) {
                WatchKey key = watch.take();
                for (WatchEvent<?> event : key.pollEvents()) {
                    changed(folders.get(key), event);
                }
                if (!key.reset()) {
                    folders.remove(key);
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void changed(Path folder, WatchEvent<?> event) {
        if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
            return;
        }
        Path file = folder.resolve((Path) event.context());
        try {
            if (event.kind() == StandardWatchEventKinds.ENTRY_DELETE) {
                Files.deleteIfExists(target(file));
            } else if (Files.isDirectory(file)) {
                register(file);
                copyAll(file);
            } else {
                copy(file);
            }
        } catch (IOException e) {
            // An editor's temporary file is often gone again; the next change of the real one is seen.
            System.err.println("Not copied: " + file);
        }
    }

    private void register(Path root) throws IOException {
        for (Path folder : list(root, true)) {
            folders.put(
                    folder.register(
                            watch,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE),
                    folder);
        }
    }

    private void copyAll(Path root) throws IOException {
        for (Path file : list(root, false)) {
            copy(file);
        }
    }

    private void copy(Path file) throws IOException {
        Files.createDirectories(target(file).getParent());
        Files.copy(file, target(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path target(Path file) {
        return to.resolve(from.relativize(file));
    }

    private static List<Path> list(Path root, boolean folders) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(path -> Files.isDirectory(path) == folders).toList();
        }
    }
}
