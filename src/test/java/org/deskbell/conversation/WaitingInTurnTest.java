package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitingInTurnTest {
    /** The order of {@link WaitingLine}, in the words of the tables. */
    private static final String IN_TURN =
            WaitingLine.IN_TURN.replace("ownerId", "owner_id").replace("queuedAt", "queued_at");

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void whoIsNextIsFoundWithoutSortingAllWhoWait(TestStore store) throws SQLException {
        try (Connection connection = store.fresh().getConnection();
                Statement sql = connection.createStatement()) {
            fill(sql);
            String plan = plan(
                    sql,
                    "select c.* from conversation c where c.status = 'open' and c.owner_id is null and c.snoozed_at is null"
                            + " and c.site_id in (1)" + IN_TURN + " limit 21");
            assertThat(plan).containsIgnoringCase("conversation_owner");
            assertThat(plan.contains("Sort") || plan.contains("SORT")).as(plan).isFalse();
            if (store == TestStore.H2) assertThat(plan).contains("index sorted");
        }
    }

    /** As many wait as are done with. */
    private static void fill(Statement sql) throws SQLException {
        for (int id = 1; id <= 4_000; id++) {
            boolean open = id % 2 == 0;
            sql.addBatch(
                    "insert into conversation (id, public_id, site_id, visitor_id, visitor_public_id, status, owner_id, last_seq,"
                            + " started_at, changed_at, queued_at, closed_at) values (" + id + ", 'c-" + id
                            + "', 1, 1, 'v-1', " + (open ? "'open', null" : "'closed', 1")
                            + ", 1, current_timestamp, current_timestamp, current_timestamp - interval '" + id
                            + "' second, " + (open ? "null" : "current_timestamp") + ")");
        }
        sql.executeBatch();
        sql.execute("analyze");
    }

    private static String plan(Statement sql, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet row = sql.executeQuery("explain " + query)) {
            while (row.next()) plan.append(row.getString(1)).append('\n');
        }
        return plan.toString();
    }
}
