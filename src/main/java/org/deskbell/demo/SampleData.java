package org.deskbell.demo;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;
import org.deskbell.site.Sites;
import org.deskbell.staff.Staff;
import org.deskbell.store.StoreReady;

/** Fills an empty store with a shop, three agents and some days of talk, and says how to get in. */
@ApplicationScoped
public class SampleData {
    private static final System.Logger LOG = System.getLogger(SampleData.class.getName());
    private static final int BEFORE_SETUP_LINK = 1_000;

    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Inject
    private Settings settings;

    @Inject
    private Sites sites;

    @Inject
    private Staff staff;

    @Inject
    private SampleHouse house;

    @Inject
    private Clock clock;

    void fill(@Observes @Priority(BEFORE_SETUP_LINK) StoreReady ready) throws SQLException {
        if (!settings.demo()) {
            return;
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            fill(connection);
            connection.commit();
        }
        if (staff.byLogin("ada@example.com").isPresent()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    welcome(settings.find(Setting.ADDRESS).orElse("http://localhost:8080")));
        }
    }

    /** Of several nodes that start at once, and after a start that was broken off, what is missing is made once. */
    private void fill(Connection connection) throws SQLException {
        SampleTables tables = new SampleTables(connection);
        tables.waitForOtherNodes();
        if (staff.empty() && sites.all().isEmpty()) {
            house.make();
        }
        Optional<SampleHouse.Made> made = tables.silent() ? house.find() : Optional.empty();
        if (made.isPresent()) {
            new SampleTalk(made.get().site(), made.get().agents(), clock.instant()).write(tables);
        }
    }

    private static String welcome(String address) {
        String base = address.replaceFirst("/+$", "");
        return """
                This is a demo; everybody knows its passwords.
                    Sample shop   %1$s/demo/
                    Console       %1$s/console/inbox
                    Log in as     ada@example.com (administrator), ben@example.com or chloe@example.com
                    Password      %2$s"""
                .formatted(base, Demo.PASSWORD);
    }
}
