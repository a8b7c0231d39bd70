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
            case 0 -> "No address yet: only our own pages may show it";
            case 1 -> site.origins().get(0);
            case 2 -> site.origins().get(0) + " and " + site.origins().get(1);
            default -> site.origins().get(0) + " and " + (site.origins().size() - 1) + " more";
        };
    }
}
