package org.deskbell.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.deskbell.operations.Check;

/** Whether all changes of the tables went well; also while another, newer node brings its own. */
@ApplicationScoped
public class MigrationsCheck implements Check {
    private static final String FAILED = "select count(*) from \"flyway_schema_history\" where \"success\" = false";

    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Override
    public String name() {
        return "migrations";
    }

    @Override
    public boolean passes() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(FAILED);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getInt(1) == 0;
        }
    }
}
