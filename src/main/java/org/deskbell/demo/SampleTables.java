package org.deskbell.demo;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** The statements that put sample conversations into the tables; numbers below 1,000 are free for them. */
final class SampleTables {
    private static final String SHOP = "https://fernweh.example/";

    private final Connection connection;

    SampleTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * Until the end of this transaction the others wait here: every store has this one row. Meanwhile the house is furnished by other
     * transactions, on a busy machine for longer than PostgreSQL is told to let one idle; were this one ended, two would furnish it.
     */
    void waitForOtherNodes() throws SQLException {
        if ("PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
            try (Statement wait = connection.createStatement()) {
                wait.execute("set local idle_in_transaction_session_timeout = '5min'");
            }
        }
        has("select epoch from store where id = 1 for update");
    }

    /** Whether nothing was ever said. */
    boolean silent() throws SQLException {
        return !has("select id from conversation fetch first row only");
    }

    private boolean has(String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet rows = select.executeQuery()) {
            return rows.next();
        }
    }

    void place(long agent, long department) throws SQLException {
        String sql = "insert into agent_department (agent_id, department_id) values (?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, agent);
            insert.setLong(2, department);
            insert.executeUpdate();
        }
    }

    void visitor(long id, String publicId, long site, JsonObject visitor, Instant first, Instant last)
            throws SQLException {
        String sql = "insert into visitor (id, public_id, site_id, external_id, name, email, verified, attributes,"
                + " language, zone, browser, page_url, page_title, referrer, first_seen_at, last_seen_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, id);
            insert.setString(2, publicId);
            insert.setLong(3, site);
            insert.setString(4, visitor.getString("externalId", null));
            insert.setString(5, visitor.getString("name", null));
            insert.setString(6, visitor.getString("email", null));
            insert.setBoolean(7, visitor.getBoolean("verified", false));
            insert.setString(
                    8,
                    visitor.containsKey("attributes")
                            ? visitor.get("attributes").toString()
                            : "{}");
            insert.setString(9, visitor.getString("language"));
            insert.setString(10, visitor.getString("zone"));
            insert.setString(11, visitor.getString("browser"));
            insert.setString(12, SHOP + visitor.getString("page"));
            insert.setString(13, visitor.getString("title"));
            insert.setString(14, visitor.getString("referrer", null));
            insert.setObject(15, utc(first));
            insert.setObject(16, utc(last));
            insert.executeUpdate();
        }
    }

    /** {@code publicId} is the visitor's. */
    void conversation(long id, String publicId, long site, long department, SampleLog log) throws SQLException {
        String sql = "insert into conversation (id, public_id, site_id, department_id, visitor_id, visitor_public_id,"
                + " status, owner_id, last_seq, visitor_delivered, visitor_seen, agent_delivered, agent_seen, unread,"
                + " last_message_seq, last_message_by, last_message, last_message_at, started_at, changed_at, queued_at,"
                + " waiting_since, closed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, id);
            insert.setString(2, random());
            insert.setLong(3, site);
            insert.setLong(4, department);
            insert.setLong(5, id);
            insert.setString(6, publicId);
            insert.setString(7, log.open() ? "open" : "closed");
            insert.setObject(8, log.owner(), Types.BIGINT);
            insert.setLong(9, log.lines().size());
            insert.setLong(10, log.visitorSeen());
            insert.setLong(11, log.visitorSeen());
            insert.setLong(12, log.agentSeen());
            insert.setLong(13, log.agentSeen());
            insert.setInt(14, log.unread());
            insert.setLong(15, log.last().seq());
            insert.setString(16, log.last().side());
            insert.setString(17, log.last().text());
            insert.setObject(18, utc(log.last().at()));
            insert.setObject(19, utc(log.started()));
            insert.setObject(20, utc(log.changed()));
            insert.setObject(21, utc(log.started()));
            insert.setObject(22, utc(log.waitingSince()), Types.TIMESTAMP_WITH_TIMEZONE);
            insert.setObject(23, log.open() ? null : utc(log.changed()), Types.TIMESTAMP_WITH_TIMEZONE);
            insert.executeUpdate();
        }
    }

    void entries(long conversation, SampleLog log) throws SQLException {
        String sql = "insert into entry (conversation_id, seq, kind, at, by_kind, by_id, by_name, ref, text, delivered,"
                + " seen) values (?, ?, ?, ?, ?, ?, ?, null, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (SampleLog.Line line : log.lines()) {
                insert.setLong(1, conversation);
                insert.setLong(2, line.seq());
                insert.setString(3, line.kind());
                insert.setObject(4, utc(line.at()));
                insert.setString(5, line.side());
                insert.setLong(6, line.by());
                insert.setString(7, line.name());
                insert.setString(8, line.text());
                insert.setObject(9, line.delivered(), Types.BIGINT);
                insert.setObject(10, line.seen(), Types.BIGINT);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static String random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
