package org.deskbell.demo;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
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
        if (staff.empty() && sites.all().isEmpty()) {
            talk(house.make());
        }
        if (staff.byLogin("ada@example.com").isPresent()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    welcome(settings.find(Setting.ADDRESS).orElse("http://localhost:8080")));
        }
    }

    private void talk(SampleHouse.Made made) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            new SampleTalk(made.site(), made.agents(), made.departments(), clock.instant()).write(connection);
            connection.commit();
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
