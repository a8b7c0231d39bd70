package org.deskbell.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.deskbell.support.EmbeddedServer.CannotStart;

/** The H2 file of the embedded server: looks before the server starts whether it can be used. */
record EmbeddedStore(String url) {
    // H2's codes; see org.h2.api.ErrorCode.
    private static final int LOCKED = 90020;
    private static final int WRONG_VERSION = 90048;
    private static final int CORRUPT = 90030;

    static EmbeddedStore open(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new CannotStart("The data folder " + data + " cannot be made; please choose another with -Ddata=.");
        }
        if (!Files.isWritable(data)) {
            throw new CannotStart(
                    "The data folder " + data + " cannot be written to; please choose another with -Ddata=.");
        }
        // WRITE_DELAY=0: without it H2 2.2 loses acknowledged rows when the process is killed.
        String url =
                "jdbc:h2:file:" + data.resolve("deskbell") + ";WRITE_DELAY=0;MODE=PostgreSQL;DB_CLOSE_ON_EXIT=FALSE";
        try (Connection probe = DriverManager.getConnection(url, "deskbell", "")) {
            probe.isValid(5);
        } catch (SQLException e) {
            throw new CannotStart(sentence(data, e));
        }
        return new EmbeddedStore(url);
    }

    private static String sentence(Path data, SQLException e) {
        return switch (e.getErrorCode()) {
            case LOCKED ->
                "Another Deskbell is already running with the data folder " + data
                        + "; please stop it or choose another folder with -Ddata=.";
            case WRONG_VERSION, CORRUPT ->
                "The store in " + data + " is damaged or not of this version; please restore a backup or choose "
                        + "another folder with -Ddata=.";
            default -> "The store in " + data + " cannot be opened (" + e.getMessage() + ").";
        };
    }
}
