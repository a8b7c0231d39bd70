package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.deskbell.settings.Refused;
import org.deskbell.site.Department;
import org.deskbell.site.Departments;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/** One department of a site: its name, and its end. */
@Named
@ViewScoped
public class DepartmentPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Departments departments;

    @Inject
    private transient Here here;

    private String key;
    private String id;
    private Site site;
    private Department department;
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    public void load() throws IOException {
        Optional<Site> found = sites.byKey(key);
        Optional<Department> wanted = found.stream()
                .flatMap(one -> one.departments().stream())
                .filter(one -> String.valueOf(one.id()).equals(id))
                .findFirst();
        if (wanted.isEmpty()) {
            here.missing();
            return;
        }
        site = found.get();
        department = wanted.get();
        text.put("name", department.name());
    }

    public void rename() throws IOException {
        attempt("name", "renamed", () -> departments.rename(site.id(), department.id(), text.get("name")));
    }

    public void remove() throws IOException {
        attempt("end", "removed", () -> departments.remove(site.id(), department.id()));
    }

    private void attempt(String field, String done, Runnable deed) throws IOException {
        problems.clear();
        try {
            deed.run();
            here.go("/console/site?key=" + site.key() + "&done=" + done + "#departments");
        } catch (Refused refused) {
            problems.put(field, Refusals.sentence(refused));
        }
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Site getSite() {
        return site;
    }

    public Department getDepartment() {
        return department;
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
