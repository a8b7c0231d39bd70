package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.deskbell.routing.Fate;
import org.deskbell.routing.Rule;
import org.deskbell.routing.Rules;
import org.deskbell.routing.Way;
import org.deskbell.settings.Refused;
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
    private boolean timed;
    private String fate = Rule.USUAL.fate().word();
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    /** As it is kept, on the first visit. */
    public void show(Site site) {
        if (shown || site == null) return;
        shown = true;
        Rule rule = rules.of(site.id());
        way = rule.way().word();
        sticky = rule.sticky();
        timed = rule.timed();
        fate = rule.fate().word();
        text.put("seconds", Integer.toString(rule.seconds()));
    }

    public void save(Site site) throws IOException {
        problems.clear();
        int seconds = Count.read(text.get("seconds"), Rule.MOST_SECONDS).orElse(0);
        try {
            rules.change(site.id(), new Rule(Way.of(way), sticky, timed, seconds, Fate.of(fate)));
            here.go("/console/site?key=" + site.key() + "&done=routing#routing");
        } catch (Refused refused) {
            problems.put("seconds", Refusals.sentence(refused.reason(), Integer.toString(Rule.MOST_SECONDS)));
        }
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

    public boolean isTimed() {
        return timed;
    }

    public void setTimed(boolean timed) {
        this.timed = timed;
    }

    public String getFate() {
        return fate;
    }

    public void setFate(String fate) {
        this.fate = fate;
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
