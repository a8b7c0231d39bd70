package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import org.deskbell.routing.Rule;
import org.deskbell.routing.Rules;
import org.deskbell.routing.Way;
import org.deskbell.site.Site;

/** Who gets the waiting conversations of a site, on its page. */
@Named
@ViewScoped
public class RoutingPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Rules rules;

    @Inject
    private transient Here here;

    private boolean shown;
    private String way = Rule.USUAL.way().word();
    private boolean sticky;

    /** As it is kept, on the first visit. */
    public void show(Site site) {
        if (shown || site == null) return;
        shown = true;
        Rule rule = rules.of(site.id());
        way = rule.way().word();
        sticky = rule.sticky();
    }

    public void save(Site site) throws IOException {
        rules.change(site.id(), new Rule(Way.of(way), sticky));
        here.go("/console/site?key=" + site.key() + "&done=routing#routing");
    }

    public String getWay() {
        return way;
    }

    public void setWay(String way) {
        this.way = way;
    }

    public boolean isSticky() {
        return sticky;
    }

    public void setSticky(boolean sticky) {
        this.sticky = sticky;
    }
}
