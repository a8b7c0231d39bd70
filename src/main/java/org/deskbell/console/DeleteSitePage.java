package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.deskbell.conversation.Ties;
import org.deskbell.settings.Refused;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/** The question before a site is deleted: its key has to be typed. */
@Named
@ViewScoped
public class DeleteSitePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Ties ties;

    @Inject
    private transient Here here;

    private String key;
    private Site site;
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    public void load() throws IOException {
        site = sites.byKey(key).orElse(null);
        if (site == null) {
            here.missing();
            return;
        }
        if (ties.holds(site.id())) {
            problems.put("page", Refusals.sentence(new Refused("site-used")));
        }
    }

    public void delete() throws IOException {
        problems.clear();
        String typed = text.get("confirm");
        if (typed == null || !typed.strip().equals(site.key())) {
            problems.put("confirm", Refusals.sentence("wrong-key", site.key()));
            return;
        }
        try {
            sites.delete(site.id());
            here.go("/console/sites?done=deleted");
        } catch (Refused refused) {
            problems.put("page", Refusals.sentence(refused));
        }
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public Site getSite() {
        return site;
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
