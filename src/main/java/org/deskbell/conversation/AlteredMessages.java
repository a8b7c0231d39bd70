package org.deskbell.conversation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** The statements of what is done to messages that were written before: their rows hold what they say now, and so do all entries that say they were edited. */
final class AlteredMessages {
    private final Connection connection;

    AlteredMessages(Connection connection) {
        this.connection = connection;
    }

    /** These edits hold. A reader who comes late gets no words in between, but for what each edit says was there before. */
    void reword(Collection<Entry> edits) throws SQLException {
        if (edits.isEmpty()) return;
        String message =
                "update entry set text = ?, choices = null, altered_at = ? where conversation_id = ? and seq = ?";
        String earlier =
                "update entry set text = ?, altered_at = ? where conversation_id = ? and of_seq = ? and kind = 'edited'";
        for (String sql : List.of(message, earlier)) {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (Entry edit : edits) {
                    update.setString(1, edit.text());
                    about(update, 2, edit);
                }
                update.executeBatch();
            }
        }
    }

    /** What these removals are about is gone: the words here, those of all times, and the files, whose bytes follow. */
    void erase(Collection<Entry> removals) throws SQLException {
        if (removals.isEmpty()) return;
        String words = "update entry set text = '', files = null, choices = null, altered_at = ?"
                + " where conversation_id = ? and seq = ?";
        String edits = "update entry set text = '', was = null, altered_at = ? where conversation_id = ? and of_seq = ?"
                + " and kind = 'edited'";
        String files = "update attachment set gone_at = ? where conversation_id = ? and seq = ? and gone_at is null";
        for (String sql : List.of(words, edits, files)) {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (Entry removal : removals) about(update, 1, removal);
                update.executeBatch();
            }
        }
    }

    private static void about(PreparedStatement update, int from, Entry entry) throws SQLException {
        update.setObject(from, entry.at().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setLong(from + 1, entry.conversation().value());
        update.setLong(from + 2, entry.of());
        update.addBatch();
    }
}
