package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SilentTest {
    @ParameterizedTest
    @EnumSource(TestStore.class)
    void onlyWhoLookedAroundSaidNothingAndStayedAwayIsDeleted(TestStore store) throws SQLException {
        try (Connection connection = store.fresh().getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("delete from visitor where id > 6");
            sql.execute(
                    "update visitor set visits = 2, last_seen_at = timestamp with time zone '2026-01-01 00:00:00+00'");
            sql.execute("update visitor set last_seen_at = current_timestamp where id = 2");
            sql.execute("update visitor set visits = 0 where id = 3");
            sql.execute("update visitor set external_id = '4711' where id = 4");
            sql.execute("update visitor set introduced_at = current_timestamp where id = 5");
            sql.execute(
                    "insert into conversation (id, public_id, site_id, visitor_id, visitor_public_id, status, last_seq, started_at,"
                            + " changed_at, queued_at) values (1, 'c-1', 1, 6, 'v-6', 'closed', 0, current_timestamp, current_timestamp,"
                            + " current_timestamp)");
            sql.execute(
                    "insert into visitor_token (token_hash, visitor_id, created_at) values ('h', 1, current_timestamp)");

            Instant before = Instant.now().minus(30, ChronoUnit.DAYS);
            assertThat(Silent.delete(connection, before)).isEqualTo(1);
            assertThat(Silent.delete(connection, before)).isZero();

            List<Long> left = new ArrayList<>();
            try (ResultSet row = sql.executeQuery("select id from visitor order by id")) {
                while (row.next()) left.add(row.getLong(1));
            }
            assertThat(left).containsExactly(2L, 3L, 4L, 5L, 6L);
            connection.rollback();
        }
    }
}
