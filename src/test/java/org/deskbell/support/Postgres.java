package org.deskbell.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL for this test run, with a database for whoever wants one. */
public final class Postgres {

    private Postgres() {}

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException cannot) {
                throw new UncheckedIOException(cannot);
            }
        }
    }

    /** The JDBC address of a new, empty database. */
    public static String database() {
        String name = "deskbell" + System.nanoTime();
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return Running.SERVER.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
        } catch (SQLException cannot) {
            throw new AssertionError(cannot);
        }
    }
}
