package org.deskbell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskbell.answers.Answers;
import org.deskbell.label.Labels;
import org.deskbell.site.Departments;
import org.deskbell.site.Site;
import org.deskbell.site.SiteDraft;
import org.deskbell.site.Sites;
import org.deskbell.staff.Agent;
import org.deskbell.staff.Role;
import org.deskbell.staff.Staff;

/** The sample shop's site, its two departments, its labels, its three agents and their answers. */
@ApplicationScoped
@Transactional
public class SampleHouse {
    /** Who is there; agents by their first names in small letters. */
    record Made(Site site, Map<String, Agent> agents) {}

    @Inject
    private Sites sites;

    @Inject
    private Departments departments;

    @Inject
    private Labels labels;

    @Inject
    private Staff staff;

    @Inject
    private Answers answers;

    void make() {
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
                "",
                "",
                false,
                true,
                true,
                false));
        departments.add(site.id(), "Orders");
        departments.add(site.id(), "Plants");
        labels.add("Delivery", "blue");
        labels.add("Plant care", "green");
        labels.add("Refund", "orange");
        labels.add("VIP", "violet");
        Agent ada = staff.add(login("ada"), "Ada", Role.ADMINISTRATOR, Demo.PASSWORD);
        staff.add(login("ben"), "Ben", Role.AGENT, Demo.PASSWORD);
        staff.add(login("chloe"), "Chloe", Role.AGENT, Demo.PASSWORD);
        SampleAnswers.of(site.id()).forEach(answer -> answers.add(ada, answer));
    }

    /** Empty where somebody has taken a part of it away. */
    Optional<Made> find() {
        Optional<Site> site = sites.byKey(Demo.SITE);
        Map<String, Agent> agents = new HashMap<>();
        for (String name : List.of("ada", "ben", "chloe")) {
            staff.byLogin(login(name)).ifPresent(agent -> agents.put(name, agent));
        }
        boolean whole = site.isPresent() && site.get().departments().size() == 2 && agents.size() == 3;
        return whole ? Optional.of(new Made(site.get(), agents)) : Optional.empty();
    }

    private static String login(String name) {
        return name + "@example.com";
    }
}
