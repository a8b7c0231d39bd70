package org.deskbell.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;

/** The store's epoch: made by whoever starts first on empty tables, found by everybody after, also where several start at once. */
final class Epoch {
    /** The class of SQL states for a row that is there already (SQL standard: integrity constraint violation). */
    private static final String TAKEN = "23";

    private final DataSource source;

    Epoch(DataSource source) {
        this.source = source;
    }

    String findOrMake() {
        try {
            String found = find();
            return found != null ? found : make();
        } catch (SQLException e) {
            throw new IllegalStateException("The store could not be read", e);
        }
    }

    private String find() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("select epoch from store");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private String make() throws SQLException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String made = HexFormat.of().formatHex(random);
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into store (id, epoch) values (1, ?)")) {
            insert.setString(1, made);
            insert.executeUpdate();
            return made;
        } catch (SQLException failure) {
            if (failure.getSQLState() == null || !failure.getSQLState().startsWith(TAKEN)) throw failure;
            return find();
        }
    }
}
