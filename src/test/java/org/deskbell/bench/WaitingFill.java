package org.deskbell.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.deskbell.support.Demo;

/**
 * A hundred agents, and a line of people who wait for them: in the first of two departments, in the second, or in none, by turns. Each has said two
 * things now, and has talked to one of the agents before.
 */
final class WaitingFill {
    static final int AGENTS = 100;
    private static final long FIRST_AGENT = 5_000;
    private static final long FIRST = 1_000_000;
    private static final long FIRST_CLOSED = 500_000;

    private final Connection database;
    private final List<Long> departments;
    private final long site;
    private final Instant began;

    private WaitingFill(Connection database, int waiting) throws SQLException {
        this.database = database;
        site = numbers("select id from site where site_key = '" + Demo.SITE + "'")
                .get(0);
        departments = numbers("select id from department where site_id = " + site + " order by id limit 2");
        began = Instant.now().minusSeconds(waiting);
    }

    /** What it is called on the wire; the one that waits longest is 1. */
    static String conversation(int place) {
        return "waits-c-" + place;
    }

    /** One of those that wait in no department, from the front of the line. */
    static String everybodys(int number) {
        return conversation(3 * number + 2);
    }

    /** The secret of the browser of whoever waits at this place. */
    static String token(int place) {
        return "waits-t-" + place;
    }

    static String login(int agent) {
        return "takes-" + agent + "@example.com";
    }

    static String name(int agent) {
        return "Agent " + agent;
    }

    /** Closes what was open before. */
    static void fill(Connection database, int waiting) throws SQLException {
        database.setAutoCommit(false);
        WaitingFill fill = new WaitingFill(database, waiting);
        fill.close();
        fill.agents();
        fill.visitors(waiting);
        fill.conversations(waiting);
        database.commit();
        database.setAutoCommit(true);
        fill.execute("analyze");
    }

    private void close() throws SQLException {
        execute("update conversation set status = 'closed', closed_at = changed_at where status = 'open'");
    }

    /** Of four, one in each department and two in both. */
    private void agents() throws SQLException {
        String password = "(select password from agent where login = '" + Demo.AGENT + "')";
        for (int i = 0; i < AGENTS; i++) {
            execute("insert into agent (id, login, name, role, password, created_at) values (" + (FIRST_AGENT + i)
                    + ", '" + login(i) + "', '" + name(i) + "', 'agent', " + password + ", current_timestamp)");
            for (int each = 0; each < 2; each++) {
                if (i % 4 != each)
                    execute("insert into agent_department values (" + (FIRST_AGENT + i) + ", " + departments.get(each)
                            + ")");
            }
        }
    }

    private void visitors(int waiting) throws SQLException {
        insert(
                "visitor (id, public_id, site_id, name, attributes, language, first_seen_at, last_seen_at)",
                waiting,
                i -> new Object[] {FIRST + i, "waits-v-" + i, site, "Visitor " + i, "{}", "en", at(i), at(i)});
        insert("visitor_token (token_hash, visitor_id, created_at)", waiting, i ->
                new Object[] {sha256(token(i)), FIRST + i, at(i)});
    }

    private void conversations(int waiting) throws SQLException {
        String columns =
                "conversation (id, public_id, site_id, department_id, visitor_id, visitor_public_id, status, owner_id, last_seq,"
                        + " unread, last_message_seq, last_message_by, last_message, last_message_at, started_at, changed_at, queued_at, waiting_since,"
                        + " closed_at)";
        insert(columns, waiting, i -> conversation(i, FIRST_CLOSED + i, "before-c-" + i, false));
        insert(columns, waiting, i -> conversation(i, FIRST + i, conversation(i), true));
        for (int seq = 1; seq <= 2; seq++) {
            int line = seq;
            insert(
                    "entry (conversation_id, seq, kind, at, by_kind, by_id, by_name, ref, text)",
                    waiting,
                    i -> new Object[] {
                        FIRST + i,
                        line,
                        "posted",
                        at(i),
                        "visitor",
                        FIRST + i,
                        "Visitor " + i,
                        "waits-" + i + "-" + line,
                        "Where is my parcel?"
                    });
        }
    }

    private Object[] conversation(int i, long id, String publicId, boolean open) {
        return new Object[] {
            id,
            publicId,
            site,
            i % 3 == 2 ? null : departments.get(i % 3),
            FIRST + i,
            "waits-v-" + i,
            open ? "open" : "closed",
            open ? null : FIRST_AGENT + i % AGENTS,
            open ? 2 : 0,
            open ? 2 : 0,
            open ? 2 : null,
            open ? "visitor" : null,
            open ? "Where is my parcel?" : null,
            open ? at(i) : null,
            at(i),
            at(i),
            at(i),
            open ? at(i) : null,
            open ? null : at(i)
        };
    }

    private Object at(int place) {
        return began.plusMillis(900L * place).atOffset(ZoneOffset.UTC);
    }

    private interface Row {
        Object[] of(int place);
    }

    private void insert(String table, int rows, Row row) throws SQLException {
        String marks =
                "?" + ", ?".repeat((int) table.chars().filter(c -> c == ',').count());
        try (PreparedStatement insert = database.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (int i = 1; i <= rows; i++) {
                Object[] values = row.of(i);
                for (int column = 0; column < values.length; column++) insert.setObject(column + 1, values[column]);
                insert.addBatch();
                if (i % 1_000 == 0 || i == rows) insert.executeBatch();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Long> numbers(String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) numbers.add(rows.getLong(1));
        }
        return numbers;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
