package org.deskbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that are not ours stop the start, in words an operator can act on. */
class TablesTest {
    private static final String ROW = "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\","
            + " \"description\", \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\")"
            + " values (9999, '%s', 'some', 'SQL', 'V%s__some.sql', 'x', 1, %s)";

    private final JdbcDataSource source = new JdbcDataSource();

    @BeforeEach
    void open() {
        source.setURL("jdbc:h2:mem:tables" + System.nanoTime() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL");
        source.setUser("deskbell");
    }

    @Test
    void emptyTablesAreMadeAndMadeOnesLeftAlone() {
        assertThat(new Tables(source).update()).isPositive();
        assertThat(new Tables(source).update()).isZero();
    }

    @Test
    void aNewerDatabaseStopsTheStart() throws SQLException {
        new Tables(source).update();
        execute(ROW.formatted("999", "999", "true"));
        assertThatThrownBy(() -> new Tables(source).update())
                .hasMessageMatching(
                        "The database is newer than this Deskbell: its tables are of version 999, and this one"
                                + " knows them up to [0-9]+\\. Start the newer Deskbell, or restore the backup from before the upgrade\\.");
    }

    @Test
    void aChangeThatWasBrokenOffStopsTheStart() throws SQLException {
        new Tables(source).update();
        execute("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '2'");
        assertThatThrownBy(() -> new Tables(source).update())
                .hasMessageStartingWith("A change of the tables, version 2, was broken off.");
    }

    @Test
    void tablesThatWereMadeByOthersStopTheStart() throws SQLException {
        new Tables(source).update();
        execute("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '1'");
        assertThatThrownBy(() -> new Tables(source).update())
                .hasMessageStartingWith("The tables could not be brought up to date: ");
    }

    @Test
    void theFolderOfAnH2FileIsKnown() {
        assertThat(StoreSpace.folderOf("jdbc:h2:file:/srv/deskbell/deskbell;WRITE_DELAY=0"))
                .contains(Path.of("/srv/deskbell"));
        assertThat(StoreSpace.folderOf("jdbc:h2:/srv/x")).contains(Path.of("/srv"));
        assertThat(StoreSpace.folderOf("jdbc:postgresql://db/deskbell")).isEmpty();
        assertThat(StoreSpace.folderOf("jdbc:h2:mem:x")).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
