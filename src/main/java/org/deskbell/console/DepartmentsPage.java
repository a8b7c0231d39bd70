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

/** The departments on a site's page: the list, and a new one. */
@Named
@ViewScoped
public class DepartmentsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Departments departments;

    @Inject
    private transient Here here;

    private final Map<String, String> text = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    /** As they are now: somebody else may have changed them since the page was opened. */
    public List<Department> of(Site site) {
        return sites.byKey(site.key()).map(Site::departments).orElse(List.of());
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
