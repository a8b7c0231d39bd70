package org.deskbell.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.deskbell.operations.FreeSpace;

/** A folder of this machine, or one that all nodes share: two levels of folders by the id's first letters, one file for each part. */
final class FolderPlace implements Place {
    private final Path root;
    private final FreeSpace space;

    FolderPlace(Path root, FreeSpace space) {
        this.root = root;
        this.space = space;
    }

    @Override
    public String word() {
        return "folder";
    }

    @Override
    public boolean hasRoom() throws IOException {
        Files.createDirectories(root);
        return space.enough(root);
    }

    /** Whole or not at all: it gets its name when all of it is there. */
    @Override
    public void keep(String id, Part part, InputStream bytes) throws IOException {
        Path file = file(id, part);
        Files.createDirectories(file.getParent());
        Path growing = Files.createTempFile(file.getParent(), "growing", null);
        try {
            Files.copy(bytes, growing, StandardCopyOption.REPLACE_EXISTING);
            Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(growing);
        }
    }

    @Override
    public InputStream open(String id, Part part) throws IOException {
        return Files.newInputStream(file(id, part));
    }

    @Override
    public void delete(String id) throws IOException {
        for (Part part : Part.values()) Files.deleteIfExists(file(id, part));
    }

    /** Ids are letters, digits, _ and -, and of one length: {@link Attachments} makes them and looks for no others. */
    private Path file(String id, Part part) {
        return root.resolve(id.substring(0, 2)).resolve(id.substring(2, 4)).resolve(id + "." + part.word());
    }
}
