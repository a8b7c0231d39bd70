package org.deskbell.attachment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.deskbell.operations.FreeSpace;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/**
 * Where files are kept: in the folder {@code deskbell.attachments}, else in the database. What was kept before the setting changed is found where
 * it is.
 */
@ApplicationScoped
public class Places {
    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Inject
    private Settings settings;

    @Inject
    private FreeSpace space;

    private TablePlace tables;
    private Optional<FolderPlace> folder;

    @PostConstruct
    void choose() {
        tables = new TablePlace(source);
        folder = settings.find(Setting.ATTACHMENTS).map(path -> new FolderPlace(Path.of(path), space));
    }

    /** For what is new. */
    Place chosen() {
        return folder.isPresent() ? folder.get() : tables;
    }

    /** Where uploads grow until it is known what they are. */
    static Path incoming() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    boolean haveRoom() throws IOException {
        return space.enough(incoming()) && chosen().hasRoom();
    }

    Place of(String word) throws IOException {
        if (word.equals(tables.word())) return tables;
        if (folder.isEmpty()) {
            throw new FileNotFoundException("This file is in a folder, but deskbell.attachments names none");
        }
        return folder.get();
    }
}
