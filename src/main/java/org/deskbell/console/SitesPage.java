package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/** The list of sites, with a search. */
@Named
@ViewScoped
public class SitesPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sites sites;

    private String search = "";

    public List<Site> getSites() {
        return sites.all().stream().filter(this::wanted).toList();
    }

    private boolean wanted(Site site) {
        return (site.name() + " " + site.key() + " " + String.join(" ", site.origins()))
                .toLowerCase(Locale.ROOT)
                .contains(search.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether there is none at all, whatever is searched for. */
    public boolean isNone() {
        return search.isBlank() && getSites().isEmpty();
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search == null ? "" : search;
    }

    public String where(Site site) {
        return switch (site.origins().size()) {
            case 0 -> Words.say("sites.where.none");
            case 1 -> site.origins().get(0);
            case 2 ->
                Words.say(
                        "sites.where.two", site.origins().get(0), site.origins().get(1));
            default ->
                Words.say(
                        "sites.where.more",
                        site.origins().get(0),
                        site.origins().size() - 1);
        };
    }
}
