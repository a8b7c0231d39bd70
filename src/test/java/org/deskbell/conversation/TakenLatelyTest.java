package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.deskbell.site.SiteId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TakenLatelyTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final SiteId SITE = new SiteId(1);
    private static final int ADA = 1;
    private static final int BEN = 2;

    private Statement sql;
    private int seq;

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void itIsWhenItWasTakenAndAnsweredForTheFirstTimeSinceItBeganToWait(TestStore store) throws SQLException {
        try (Connection connection = store.fresh().getConnection()) {
            sql = connection.createStatement();
            begun(1, 60);
            entry(1, "claimed", 10, ADA, null);
            entry(1, "posted", 20, ADA, null);
            entry(1, "claimed", 70, BEN, null);
            entry(1, "posted", 80, BEN, null);
            entry(1, "posted", 90, BEN, null);
            begun(2, 0);
            entry(2, "claimed", 30, ADA, null);
            begun(3, 0);
            sql.execute("update conversation set owner_id = null where id = 3");
            entry(3, "claimed", 30, ADA, null);

            assertThat(read(connection, 9)).containsExactly(taken(0, 30, null), taken(60, 70, 80));
            assertThat(read(connection, 1)).containsExactly(taken(0, 30, null));
            assertThat(TakenLately.read(connection, new SiteId(2), NOON.minusSeconds(1), 9))
                    .isEmpty();
            assertThat(TakenLately.read(connection, SITE, NOON, 9)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void whatWasGivenAndNotOpenedWasNotTakenYet(TestStore store) throws SQLException {
        try (Connection connection = store.fresh().getConnection()) {
            sql = connection.createStatement();
            begun(1, 0);
            entry(1, "claimed", 2, ADA, "assigned");
            entry(1, "released", 60, ADA, Offer.UNANSWERED);
            entry(1, "claimed", 61, BEN, "assigned");
            entry(1, "released", 120, BEN, Offer.UNANSWERED);
            entry(1, "claimed", 240, ADA, "assigned");
            entry(1, "posted", 250, ADA, null);
            begun(2, 0);
            entry(2, "claimed", 5, BEN, null);
            entry(2, "released", 60, BEN, "handed-back");
            entry(2, "claimed", 61, ADA, "assigned");
            entry(2, "released", 120, ADA, Offer.UNANSWERED);
            entry(2, "claimed", 121, BEN, "assigned");

            begun(3, 0);
            sql.execute("update conversation set offered_to = 1, offered_at = queued_at where id = 3");
            entry(3, "claimed", 2, ADA, "assigned");

            assertThat(read(connection, 9)).containsExactly(taken(0, 5, null), taken(0, 240, 250));
        }
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void whereAnAgentSpokeFirstNobodyWaited(TestStore store) throws SQLException {
        try (Connection connection = store.fresh().getConnection()) {
            sql = connection.createStatement();
            begun(1, 0);
            entry(1, "claimed", 0, ADA, null);
            entry(1, "posted", 0, ADA, null);
            entry(1, "posted", 300, ADA, null);

            assertThat(read(connection, 9)).isEmpty();
        }
    }

    private static List<Taken> read(Connection connection, int most) throws SQLException {
        return TakenLately.read(connection, SITE, NOON.minusSeconds(1), most);
    }

    private static Taken taken(int queued, int taken, Integer answered) {
        Instant answer = answered == null ? null : NOON.plusSeconds(answered);
        return new Taken(null, NOON.plusSeconds(queued), NOON.plusSeconds(taken), answer);
    }

    /** Began at noon, waits so many seconds later for the last time, and somebody has it. */
    private void begun(int id, int queued) throws SQLException {
        sql.execute(
                "insert into conversation (id, public_id, site_id, visitor_id, visitor_public_id, status, owner_id, last_seq, started_at,"
                        + " changed_at, queued_at) values (" + id + ", 'c-" + id + "', 1, " + id + ", 'v-" + id
                        + "', 'open', 1, 9, "
                        + at(0) + ", " + at(0) + ", " + at(queued) + ")");
    }

    private void entry(int conversation, String kind, int at, int by, String text) throws SQLException {
        sql.execute("insert into entry (conversation_id, seq, kind, at, by_kind, by_id, text) values (" + conversation
                + ", "
                + ++seq + ", '" + kind + "', " + at(at) + ", 'agent', " + by + ", "
                + (text == null ? "null" : "'" + text + "'") + ")");
    }

    private static String at(int seconds) {
        return "timestamp with time zone '" + NOON.plusSeconds(seconds) + "'";
    }
}
