package org.deskbell.conversation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The uploads as the writer sees them. It alone makes one part of a message, in the transaction that writes the message; everything else about
 * files is the attachment room's.
 */
final class UploadTable {
    private final Connection connection;

    UploadTable(Connection connection) {
        this.connection = connection;
    }

    /** Those of these ids there are, locked in id order. */
    Map<String, Upload> lock(Collection<String> ids) throws SQLException {
        String sql =
                "select id, name, size, type, width, height, by_kind, by_id, site_id, conversation_id, together, seq"
                        + " from attachment where id = any(?) and gone_at is null order by id for update";
        Map<String, Upload> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) found.put(row.getString("id"), upload(row));
            }
        }
        return found;
    }

    /** The files of these entries belong to them from now on. */
    void bind(List<Entry> entries) throws SQLException {
        String sql = "update attachment set conversation_id = ?, seq = ? where id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (Entry entry : entries) {
                if (entry.files() == null) continue;
                for (Attached file : entry.files()) {
                    update.setLong(1, entry.conversation().value());
                    update.setLong(2, entry.seq());
                    update.setString(3, file.id());
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }

    private static Upload upload(ResultSet row) throws SQLException {
        Attached file = new Attached(
                row.getString("id"),
                row.getString("name"),
                row.getLong("size"),
                row.getString("type"),
                number(row, "width"),
                number(row, "height"));
        long conversation = row.getLong("conversation_id");
        boolean anywhere = row.wasNull();
        row.getLong("seq");
        boolean used = !row.wasNull();
        return new Upload(
                file,
                Side.of(row.getString("by_kind")),
                row.getLong("by_id"),
                row.getLong("site_id"),
                anywhere ? null : conversation,
                row.getInt("together"),
                used);
    }

    private static Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
