package org.deskbell.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.deskbell.operations.Check;
import org.deskbell.operations.FreeSpace;

/** Whether the store can grow, where it is a file of this machine: H2 ends when its disk is full. */
@ApplicationScoped
public class StoreSpace implements Check {
    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Inject
    private FreeSpace space;

    private Optional<Path> folder;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public boolean passes() throws SQLException, IOException {
        Optional<Path> place = folder();
        return place.isEmpty() || space.enough(place.get());
    }

    private synchronized Optional<Path> folder() throws SQLException {
        if (folder == null) {
            try (Connection connection = source.getConnection()) {
                folder = folderOf(connection.getMetaData().getURL());
            }
        }
        return folder;
    }

    /** The folder of an H2 file; empty for any other database. */
    static Optional<Path> folderOf(String url) {
        String path = url.replaceFirst(";.*", "");
        if (!path.matches("jdbc:h2:(file:)?[~./].*")) return Optional.empty();
        String file = path.replaceFirst("jdbc:h2:(file:)?", "").replaceFirst("^~", System.getProperty("user.home"));
        return Optional.ofNullable(Path.of(file).toAbsolutePath().getParent());
    }
}
