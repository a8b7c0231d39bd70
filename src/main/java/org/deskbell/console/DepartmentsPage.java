package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbell.settings.Refused;
import org.deskbell.site.Department;
import org.deskbell.site.Departments;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/** The departments on a site's page: the list, a new one, and where new conversations begin. */
@Named
@ViewScoped
public class DepartmentsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NONE = "none";

    @Inject
    private transient Sites sites;

    @Inject
    private transient Departments departments;

    @Inject
    private transient Here here;

    private boolean shown;
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    /** As they are now: somebody else may have changed them since the page was opened. */
    public List<Department> of(Site site) {
        return sites.byKey(site.key()).map(Site::departments).orElse(List.of());
    }

    /** As it is kept, on the first visit. */
    public void show(Site site) {
        if (shown || site == null) return;
        shown = true;
        text.put(
                "entrance",
                of(site).stream()
                        .filter(Department::entrance)
                        .findFirst()
                        .map(each -> Long.toString(each.id()))
                        .orElse(NONE));
    }

    public void enter(Site site) throws IOException {
        problems.clear();
        String chosen = text.get("entrance");
        try {
            departments.enterBy(site.id(), NONE.equals(chosen) ? null : Long.valueOf(chosen));
            here.go("/console/site?key=" + site.key() + "&done=entrance#departments");
        } catch (Refused refused) {
            problems.put("entrance", Refusals.sentence(refused));
        }
    }

    public void add(Site site) throws IOException {
        problems.clear();
        try {
            departments.add(site.id(), text.get("department"));
            here.go("/console/site?key=" + site.key() + "&done=department#departments");
        } catch (Refused refused) {
            problems.put("department", Refusals.sentence(refused));
        }
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
