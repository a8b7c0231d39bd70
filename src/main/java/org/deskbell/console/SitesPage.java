package org.deskbell.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/** The list of sites. */
@Named
@RequestScoped
public class SitesPage {
    @Inject
    private Sites sites;

    public List<Site> getSites() {
        return sites.all();
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
