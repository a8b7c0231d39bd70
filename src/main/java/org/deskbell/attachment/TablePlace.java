package org.deskbell.attachment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database: rows of 128 KB, written in the transaction of whoever keeps something, read one by one. */
final class TablePlace implements Place {
    private static final int PIECE = 131_072;

    /** So many pieces are in memory at once. */
    private static final int TOGETHER = 4;

    private final DataSource source;

    TablePlace(DataSource source) {
        this.source = source;
    }

    @Override
    public String word() {
        return "database";
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public void keep(String id, Part part, InputStream bytes) throws IOException {
        String sql = "insert into attachment_part (attachment_id, kind, number, bytes) values (?, ?, ?, ?)";
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            int number = 0;
            for (byte[] piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
                insert.setString(1, id);
                insert.setString(2, part.word());
                insert.setInt(3, number++);
                insert.setBytes(4, piece);
                insert.addBatch();
                if (number % TOGETHER == 0) insert.executeBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public InputStream open(String id, Part part) throws IOException {
        byte[] first = piece(id, part, 0);
        if (first == null) throw new FileNotFoundException();
        return new Pieces(id, part, first);
    }

    @Override
    public void delete(String id) throws IOException {
        try (Connection connection = source.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from attachment_part where attachment_id = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private byte[] piece(String id, Part part, int number) throws IOException {
        String sql = "select bytes from attachment_part where attachment_id = ? and kind = ? and number = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id);
            select.setString(2, part.word());
            select.setInt(3, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    /** One piece after the other; no connection is held while a slow reader takes his time. */
    private final class Pieces extends InputStream {
        private final String id;
        private final Part part;
        private byte[] piece;
        private int number;
        private int at;

        private Pieces(String id, Part part, byte[] first) {
            this.id = id;
            this.part = part;
            piece = first;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (piece != null && at == piece.length) {
                piece = piece.length < PIECE ? null : piece(id, part, ++number);
                at = 0;
            }
            if (piece == null) return -1;
            int length = Math.min(most, piece.length - at);
            System.arraycopy(piece, at, into, from, length);
            at += length;
            return length;
        }
    }
}
