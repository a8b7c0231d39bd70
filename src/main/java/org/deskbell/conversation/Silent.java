package org.deskbell.conversation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Visitors who looked around, never said anything, are nobody their site knows, and were not seen for 30 days. */
@ApplicationScoped
public class Silent {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 500;
    private static final String FIND = "select v.id from visitor v where v.visits > 0 and v.external_id is null"
            + " and v.introduced_at is null and v.last_seen_at < ?"
            + " and not exists (select 1 from conversation c where c.visitor_id = v.id)"
            + " order by v.id limit " + AT_ONCE + " for update";

    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Inject
    private Clock clock;

    /** Deletes up to 500 of them; how many it were. Fails with {@link IllegalStateException} where the store does not answer. */
    @Transactional
    public int deleteSome() {
        try (Connection connection = source.getConnection()) {
            return delete(connection, clock.instant().minus(KEPT));
        } catch (SQLException failure) {
            throw new IllegalStateException("The visitors who only looked around were not deleted", failure);
        }
    }

    /** Locked first: who comes again in this moment is either seen or made anew, and never half deleted. */
    static int delete(Connection connection, Instant before) throws SQLException {
        List<Long> ids = find(connection, before);
        for (String delete :
                List.of("delete from visitor_token where visitor_id = ?", "delete from visitor where id = ?")) {
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                for (long id : ids) {
                    statement.setLong(1, id);
                    statement.addBatch();
                }
                if (!ids.isEmpty()) statement.executeBatch();
            }
        }
        return ids.size();
    }

    private static List<Long> find(Connection connection, Instant before) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, before.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) ids.add(row.getLong(1));
            }
        }
        return ids;
    }
}
