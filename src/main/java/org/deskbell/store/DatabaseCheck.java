package org.deskbell.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.deskbell.operations.Check;

/** Whether the database answers. */
@ApplicationScoped
public class DatabaseCheck implements Check {
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean passes() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("select epoch from store")) {
            select.setQueryTimeout(PATIENCE_SECONDS);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
