package org.deskbell.demo;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.deskbell.settings.Settings;
import org.deskbell.site.Department;
import org.deskbell.site.Site;
import org.deskbell.site.SiteDraft;
import org.deskbell.site.Sites;
import org.deskbell.staff.Agent;
import org.deskbell.staff.Role;
import org.deskbell.staff.Staff;
import org.deskbell.store.StoreReady;

/** Fills an empty store with a shop, three agents and some days of talk, and says how to get in. */
@ApplicationScoped
@Transactional
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
    private Clock clock;

    void fill(@Observes @Priority(BEFORE_SETUP_LINK) StoreReady ready) throws SQLException {
        if (!settings.demo()) {
            return;
        }
        if (staff.empty() && sites.all().isEmpty()) {
            make();
        }
        if (staff.byLogin("ada@example.com").isPresent()) {
            LOG.log(System.Logger.Level.INFO, welcome(settings.text("address", "http://localhost:8080")));
        }
    }

    private void make() throws SQLException {
        Site site = sites.create(new SiteDraft(
                Demo.SITE, "Fernweh", "", "#2f6f5e", "right", "chat", "auto", "", "", "Fernweh",
                "Hello, what can we do for you and your plants?", "", false, true, true));
        Department orders = sites.addDepartment(site.id(), "Orders");
        Department plants = sites.addDepartment(site.id(), "Plants");
        Agent ada = staff.add("ada@example.com", "Ada", Role.ADMINISTRATOR, Demo.PASSWORD);
        Agent ben = staff.add("ben@example.com", "Ben", Role.AGENT, Demo.PASSWORD);
        Agent chloe = staff.add("chloe@example.com", "Chloe", Role.AGENT, Demo.PASSWORD);
        SampleTalk talk = new SampleTalk(
                site, Map.of("ada", ada, "ben", ben, "chloe", chloe), List.of(orders, plants), clock.instant());
        try (Connection connection = source.getConnection()) {
            place(connection, ada, orders);
            place(connection, ada, plants);
            place(connection, ben, plants);
            place(connection, chloe, orders);
            talk.write(connection);
        }
    }

    private static void place(Connection connection, Agent agent, Department department) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into agent_department (agent_id, department_id) values (?, ?)")) {
            insert.setLong(1, agent.id().value());
            insert.setLong(2, department.id());
            insert.executeUpdate();
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
