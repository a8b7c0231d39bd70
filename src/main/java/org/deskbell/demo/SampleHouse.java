package org.deskbell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.deskbell.site.Department;
import org.deskbell.site.Departments;
import org.deskbell.site.Site;
import org.deskbell.site.SiteDraft;
import org.deskbell.site.Sites;
import org.deskbell.staff.Agent;
import org.deskbell.staff.Role;
import org.deskbell.staff.Staff;

/** The sample shop's site, its two departments and its three agents. */
@ApplicationScoped
@Transactional
public class SampleHouse {
    /** Who was made; agents by their first names in small letters. */
    record Made(Site site, List<Department> departments, Map<String, Agent> agents) {}

    @Inject
    private Sites sites;

    @Inject
    private Departments departments;

    @Inject
    private Staff staff;

    Made make() {
        Site site = sites.create(new SiteDraft(
                Demo.SITE,
                "Fernweh",
                "",
                "#2f6f5e",
                "right",
                "chat",
                "auto",
                "",
                "",
                "Fernweh",
                "Hello, what can we do for you and your plants?",
                "",
                false,
                true,
                true));
        return new Made(
                site,
                List.of(departments.add(site.id(), "Orders"), departments.add(site.id(), "Plants")),
                Map.of(
                        "ada", staff.add("ada@example.com", "Ada", Role.ADMINISTRATOR, Demo.PASSWORD),
                        "ben", staff.add("ben@example.com", "Ben", Role.AGENT, Demo.PASSWORD),
                        "chloe", staff.add("chloe@example.com", "Chloe", Role.AGENT, Demo.PASSWORD)));
    }
}
