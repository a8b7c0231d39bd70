package org.deskbell.conversation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.deskbell.support.TargetFolder;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** A real database with our tables, one site, three agents and some visitors (ids 1 to 50). */
enum TestStore {
    H2 {
        @Override
        DataSource open() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:file:"
                    + TargetFolder.passing("h2").resolve("deskbell")
                    + ";WRITE_DELAY=0;MODE=PostgreSQL;DB_CLOSE_DELAY=5");
            source.setUser("deskbell");
            return source;
        }
    },
    POSTGRESQL {
        private EmbeddedPostgres server;

        @Override
        synchronized DataSource open() {
            try {
                if (server == null) server = EmbeddedPostgres.builder().start();
                String name = "deskbell" + System.nanoTime();
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create database " + name);
                }
                return server.getDatabase("postgres", name, Map.of("reWriteBatchedInserts", "true"));
            } catch (IOException | SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    };

    abstract DataSource open();

    DataSource fresh() throws SQLException {
        DataSource source = open();
        Flyway.configure().dataSource(source).load().migrate();
        try (Connection connection = source.getConnection();
                Statement insert = connection.createStatement()) {
            insert.execute("insert into site (id, site_key, name, identity_secret, created_at)"
                    + " values (1, 's', 'Site', 'x', current_timestamp)");
            for (int id = 1; id <= 3; id++) {
                insert.execute("insert into agent (id, login, name, role, created_at) values (" + id + ", 'a" + id
                        + "', 'Agent', 'agent', current_timestamp)");
            }
            for (int id = 1; id <= 50; id++) {
                insert.execute("insert into visitor (id, public_id, site_id, first_seen_at, last_seen_at) values (" + id
                        + ", 'v-" + id + "', 1, current_timestamp, current_timestamp)");
            }
        }
        return source;
    }
}
