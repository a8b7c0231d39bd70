package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbell.settings.Refused;
import org.deskbell.site.Problem;
import org.deskbell.site.Site;
import org.deskbell.site.SiteCheck;
import org.deskbell.site.SiteDraft;

/** The editor of one site, or of a new one: fields as text until they are fit to be kept. */
@Named
@ViewScoped
public class SitePage extends SiteEditor {
    private static final long serialVersionUID = 1L;

    private final Map<String, String> text = new HashMap<>();
    private final Map<String, Boolean> on = new HashMap<>();

    /** On the first visit: a new site without a key in the address, else the site with it. */
    @Override
    public void load() throws IOException {
        if (getKey() == null || getKey().isEmpty()) show(SiteDraft.fresh());
        else super.load();
    }

    @Override
    void show(Site kept) {
        show(kept.draft());
    }

    @Override
    List<Problem> wrong() {
        return SiteCheck.problems(draft());
    }

    @Override
    String keep() {
        Site before = getSite();
        Site saved = before == null ? sites().create(draft()) : sites().update(before.id(), version(), draft());
        return "/console/site?key=" + saved.key() + "&done=" + (before == null ? "added" : "saved");
    }

    public void renewSecret() throws IOException {
        attempt(() -> {
            Site renewed = sites().rotateSecret(getSite().id(), version());
            return "/console/site?key=" + renewed.key() + "&done=renewed";
        });
    }

    @Override
    String fieldOf(Refused refused) {
        return List.of("key-taken", "required").contains(refused.reason()) ? "key" : "page";
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
        on.put("listsVisitors", draft.listsVisitors());
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
                on.get("reopens"),
                on.get("listsVisitors"));
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, Boolean> getOn() {
        return on;
    }
}
