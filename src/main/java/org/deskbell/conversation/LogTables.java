package org.deskbell.conversation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.conversation.Conversation.Last;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/** The statements of the writer, the same on H2 and PostgreSQL: plain JDBC, since they are the hot path. */
final class LogTables {
    private static final String COLUMNS =
            "id, public_id, site_id, department_id, visitor_id, visitor_public_id, status, owner_id,"
                    + " last_seq, visitor_delivered, visitor_seen, agent_delivered, agent_seen, unread, last_message_seq,"
                    + " last_message_by, last_message, last_message_at, started_at, changed_at, queued_at, waiting_since,"
                    + " assistance, mentioned, labels, snoozed_at, snoozed_until, offered_to,"
                    + " offered_at, joined";

    private static final String UPDATE = Stream.concat(Stream.of(COLUMNS.split(", ")), Stream.of("closed_at"))
            .filter(column -> !Set.of("id", "public_id", "site_id", "visitor_id", "visitor_public_id", "started_at")
                    .contains(column))
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", ", " on conflict (id) do update set ", ""));

    private static final String VALUES = " values (" + "?, ".repeat(30) + "?)";
    private static final String ON_H2 = "merge into conversation (" + COLUMNS + ", closed_at) key (id)" + VALUES;
    private static final String ON_POSTGRESQL =
            "insert into conversation (" + COLUMNS + ", closed_at)" + VALUES + UPDATE;

    private static final String ENTRY =
            "conversation_id, seq, kind, at, by_kind, by_id, by_name, ref, text, files, of_seq, altered_at, was,"
                    + " choices";

    private final Connection connection;

    LogTables(Connection connection) {
        this.connection = connection;
    }

    UploadTable uploads() {
        return new UploadTable(connection);
    }

    AlteredMessages altered() {
        return new AlteredMessages(connection);
    }

    /** So that two first messages of one visitor do not begin two conversations. */
    void lockVisitors(Collection<Long> ids) throws SQLException {
        String sql = "select id from visitor where id = any(?) order by id for update";
        try (PreparedStatement select = prepared(sql, ids);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) rows.getLong(1);
        }
    }

    /** The newest conversation of each visitor, unlocked: its row is locked by {@link #lock} next. */
    List<Conversation> newestOf(Collection<Long> visitors) throws SQLException {
        return read(
                "select " + COLUMNS + " from conversation where id in"
                        + " (select max(id) from conversation where visitor_id = any(?) group by visitor_id)",
                visitors);
    }

    /** Locks the rows in id order, so that two nodes never wait for each other. */
    List<Conversation> lock(Collection<Long> ids) throws SQLException {
        return read("select " + COLUMNS + " from conversation where id = any(?) order by id for update", ids);
    }

    /** Entries that carry one of these refs already, of whatever conversation. */
    List<Entry> withRefs(Collection<String> refs) throws SQLException {
        String sql = "select " + ENTRY + " from entry where ref = any(?)";
        List<Entry> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("varchar", refs.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) found.add(entry(row));
            }
        }
        return found;
    }

    /** This line of the log, which the lock of its conversation's row keeps as it is; null where there is none. */
    Entry entry(ConversationId conversation, long seq) throws SQLException {
        String sql = "select " + ENTRY + " from entry where conversation_id = ? and seq = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, conversation.value());
            select.setLong(2, seq);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? entry(row) : null;
            }
        }
    }

    /** Drawn one by one, under the visitor's lock: of two conversations of one visitor the later has the higher id, on any node. */
    long nextConversation() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select nextval('conversation_ids')");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Writes these as they are now, new or known, each once. By one statement: on PostgreSQL a batch of inserts goes as one with all its rows
     * ({@code reWriteBatchedInserts}), while updates go one by one and were more than half of its work for a message.
     */
    void save(List<Conversation> conversations) throws SQLException {
        if (conversations.isEmpty()) return;
        try (PreparedStatement save = connection.prepareStatement(saving())) {
            for (Conversation c : conversations) {
                Last last = c.last();
                save.setLong(1, c.id().value());
                save.setString(2, c.publicId());
                save.setLong(3, c.site().value());
                save.setObject(4, c.department(), Types.BIGINT);
                save.setLong(5, c.visitor().value());
                save.setString(6, c.visitorPublicId());
                save.setString(7, c.open() ? "open" : "closed");
                save.setObject(8, c.owner() == null ? null : c.owner().value(), Types.BIGINT);
                save.setLong(9, c.lastSeq());
                save.setLong(10, c.visitorMarks().delivered());
                save.setLong(11, c.visitorMarks().seen());
                save.setLong(12, c.agentMarks().delivered());
                save.setLong(13, c.agentMarks().seen());
                save.setInt(14, c.unread());
                save.setObject(15, last == null ? null : last.seq(), Types.BIGINT);
                save.setString(16, last == null ? null : last.by().word());
                save.setString(17, last == null ? null : last.text());
                time(save, 18, last == null ? null : last.at());
                time(save, 19, c.startedAt());
                time(save, 20, c.changedAt());
                time(save, 21, c.queuedAt());
                time(save, 22, c.waitingSince());
                save.setString(23, c.assistance());
                aside(save, c.aside());
                save.setString(
                        30,
                        c.joined().isEmpty()
                                ? null
                                : Aside.joined(c.joined().stream().map(AgentId::value)));
                time(save, 31, c.open() ? null : c.changedAt());
                save.addBatch();
            }
            save.executeBatch();
        }
    }

    private static void aside(PreparedStatement save, Aside aside) throws SQLException {
        Aside.Snooze snooze = aside.snooze();
        save.setString(24, aside.mentionedWord());
        save.setString(25, aside.labelsWord());
        time(save, 26, snooze == null ? null : snooze.since());
        time(save, 27, snooze == null ? null : snooze.until());
        Offer offer = aside.offer();
        save.setObject(28, offer == null ? null : offer.to().value(), Types.BIGINT);
        time(save, 29, offer == null ? null : offer.at());
    }

    private String saving() throws SQLException {
        return "H2".equals(connection.getMetaData().getDatabaseProductName()) ? ON_H2 : ON_POSTGRESQL;
    }

    void insertEntries(List<Entry> entries) throws SQLException {
        String sql = "insert into entry (conversation_id, seq, kind, at, by_kind, by_id, by_name, ref, text, delivered,"
                + " seen, files, of_seq, was, choices) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Entry entry : entries) {
                boolean mark = entry.kind() == Kind.MARKED;
                insert.setLong(1, entry.conversation().value());
                insert.setLong(2, entry.seq());
                insert.setString(3, entry.kind().word());
                insert.setObject(4, utc(entry.at()));
                insert.setString(5, entry.by().side().word());
                insert.setLong(6, entry.by().id());
                insert.setString(7, entry.by().name());
                insert.setString(8, entry.ref());
                insert.setString(9, entry.text());
                insert.setObject(10, mark ? entry.delivered() : null, Types.BIGINT);
                insert.setObject(11, mark ? entry.seen() : null, Types.BIGINT);
                insert.setString(12, Attached.text(entry.files()));
                insert.setObject(13, entry.of(), Types.BIGINT);
                insert.setString(14, entry.was());
                insert.setString(15, Choices.kept(entry.choices()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void time(PreparedStatement to, int column, Instant instant) throws SQLException {
        to.setObject(column, utc(instant), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private PreparedStatement prepared(String sql, Collection<Long> ids) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        Array array = connection.createArrayOf("bigint", ids.toArray());
        statement.setArray(1, array);
        return statement;
    }

    private List<Conversation> read(String sql, Collection<Long> ids) throws SQLException {
        List<Conversation> found = new ArrayList<>();
        try (PreparedStatement select = prepared(sql, ids);
                ResultSet row = select.executeQuery()) {
            while (row.next()) found.add(conversation(row));
        }
        return found;
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        Long owner = number(row, "owner_id");
        Long last = number(row, "last_message_seq");
        return new Conversation(
                new ConversationId(row.getLong("id")),
                row.getString("public_id"),
                new SiteId(row.getLong("site_id")),
                number(row, "department_id"),
                new VisitorId(row.getLong("visitor_id")),
                row.getString("visitor_public_id"),
                row.getString("status").equals("open"),
                owner == null ? null : new AgentId(owner),
                row.getLong("last_seq"),
                new Marks(row.getLong("visitor_delivered"), row.getLong("visitor_seen")),
                new Marks(row.getLong("agent_delivered"), row.getLong("agent_seen")),
                row.getInt("unread"),
                last == null ? null : last(row, last),
                instant(row, "started_at"),
                instant(row, "changed_at"),
                instant(row, "queued_at"),
                instant(row, "waiting_since"),
                row.getString("assistance"),
                aside(row),
                Aside.agents(row.getString("joined")));
    }

    private static Aside aside(ResultSet row) throws SQLException {
        return Aside.of(
                row.getString("mentioned"),
                row.getString("labels"),
                Aside.snooze(instant(row, "snoozed_at"), instant(row, "snoozed_until")),
                Offer.of(number(row, "offered_to"), instant(row, "offered_at")));
    }

    private static Last last(ResultSet row, long seq) throws SQLException {
        Side by = Side.of(row.getString("last_message_by"));
        return new Last(seq, by, row.getString("last_message"), instant(row, "last_message_at"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new ConversationId(row.getLong("conversation_id")),
                row.getLong("seq"),
                Kind.of(row.getString("kind")),
                instant(row, "at"),
                new Author(Side.of(row.getString("by_kind")), row.getLong("by_id"), row.getString("by_name")),
                row.getString("ref"),
                row.getString("text"),
                0,
                0,
                Attached.read(row.getString("files")),
                number(row, "of_seq"),
                instant(row, "altered_at"),
                row.getString("was"),
                Choices.read(row.getString("choices")));
    }

    // No getObject(column, type) here: Payara's pool calls it by reflection and looks the method up each time.
    private static Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
