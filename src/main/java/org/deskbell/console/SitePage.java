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
import org.deskbell.site.Problem;
import org.deskbell.site.Site;
import org.deskbell.site.SiteCheck;
import org.deskbell.site.SiteDraft;
import org.deskbell.site.Sites;

/** The editor of one site, or of a new one: fields as text until they are fit to be kept. */
@Named
@ViewScoped
public class SitePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Here here;

    private String key;
    private Site site;
    private int version;
    private boolean overtaken;
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, Boolean> on = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    /** On the first visit: a new site without a key in the address, else the site with it. */
    public void load() throws IOException {
        if (key == null || key.isEmpty()) {
            show(SiteDraft.fresh());
            return;
        }
        site = sites.byKey(key).orElse(null);
        if (site == null) {
            here.missing();
            return;
        }
        version = site.version();
        show(site.draft());
    }

    public void save() throws IOException {
        problems.clear();
        overtaken = false;
        SiteDraft draft = draft();
        for (Problem problem : SiteCheck.problems(draft)) {
            problems.merge(
                    problem.field(), Refusals.sentence(problem.reason(), problem.detail()), (a, b) -> a + " " + b);
        }
        if (!problems.isEmpty()) {
            return;
        }
        try {
            boolean fresh = site == null;
            Site saved = fresh ? sites.create(draft) : sites.update(site.id(), version, draft);
            here.go("/console/site?key=" + saved.key() + "&done=" + (fresh ? "added" : "saved"));
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    /** Somebody else was quicker, and this agent has decided for his own version. */
    public void saveAnyway() throws IOException {
        version = sites.byId(site.id()).version();
        save();
    }

    public void renewSecret() throws IOException {
        try {
            Site renewed = sites.rotateSecret(site.id(), version);
            here.go("/console/site?key=" + renewed.key() + "&done=renewed");
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    private void refuse(Refused refused) {
        overtaken = refused.reason().equals("changed");
        if (!overtaken) {
            String field = List.of("key-taken", "required").contains(refused.reason()) ? "key" : "page";
            problems.put(field, Refusals.sentence(refused));
        }
    }

    private void show(SiteDraft draft) {
        text.put("key", draft.key());
        text.put("name", draft.name());
        text.put("origins", draft.origins());
        text.put("accent", draft.accent());
        text.put("side", draft.side());
        text.put("icon", draft.icon());
        text.put("scheme", draft.scheme());
        text.put("language", draft.language());
        text.put("buttonLabel", draft.buttonLabel());
        text.put("title", draft.title());
        text.put("greeting", draft.greeting());
        text.put("consent", draft.consent());
        text.put("hiddenParts", draft.hiddenParts());
        text.put("assetHosts", draft.assetHosts());
        on.put("identityRequired", draft.identityRequired());
        on.put("plainClients", draft.plainClients());
        on.put("reopens", draft.reopens());
    }

    private SiteDraft draft() {
        return new SiteDraft(
                text.get("key"),
                text.get("name"),
                text.get("origins"),
                text.get("accent"),
                text.get("side"),
                text.get("icon"),
                text.get("scheme"),
                text.get("language"),
                text.get("buttonLabel"),
                text.get("title"),
                text.get("greeting"),
                text.get("consent"),
                text.get("hiddenParts"),
                text.get("assetHosts"),
                on.get("identityRequired"),
                on.get("plainClients"),
                on.get("reopens"));
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    /** The site as it is kept; null for a new one. */
    public Site getSite() {
        return site;
    }

    public boolean isOvertaken() {
        return overtaken;
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, Boolean> getOn() {
        return on;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
