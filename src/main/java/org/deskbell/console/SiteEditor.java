package org.deskbell.console;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbell.settings.Refused;
import org.deskbell.site.Problem;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/** What every page has on which a site or a part of it is edited: it is kept whole, or said what is wrong, or that somebody else was quicker. */
public abstract class SiteEditor implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Here here;

    private String key;
    private Site site;
    private int version;
    private boolean overtaken;
    private boolean unsaved;
    private String focus = "";
    private final Map<String, String> problems = new HashMap<>();

    /** On the first visit. */
    public void load() throws IOException {
        site = sites.byKey(key).orElse(null);
        if (site == null) {
            here.missing();
            return;
        }
        version = site.version();
        show(site);
    }

    /** Fills the fields. */
    abstract void show(Site kept) throws IOException;

    /** Everything that is wrong with the fields. */
    abstract List<Problem> wrong();

    /** Keeps the fields, unless there is another version by now ({@code changed}), and answers where one goes on. */
    abstract String keep();

    /** The field a refusal belongs to. */
    String fieldOf(Refused refused) {
        return "page";
    }

    public void save() throws IOException {
        focus = "";
        attempt(() -> isRight() ? keep() : null);
    }

    /** Whether nothing is wrong; else that is said at the fields. */
    boolean isRight() {
        for (Problem problem : wrong()) {
            problems.merge(
                    problem.field(), Refusals.sentence(problem.reason(), problem.detail()), (a, b) -> a + " " + b);
        }
        return problems.isEmpty();
    }

    /** Somebody else was quicker, and this agent has decided for his own version. */
    public void saveAnyway() throws IOException {
        version = sites.byId(site.id()).version();
        save();
    }

    /** Something that is kept, and where one goes on, or null to stay. */
    interface Deed {
        String done();
    }

    void attempt(Deed deed) throws IOException {
        problems.clear();
        overtaken = false;
        try {
            String next = deed.done();
            if (next != null) here.go(next);
        } catch (Refused refused) {
            overtaken = refused.reason().equals("changed");
            if (!overtaken) problems.put(fieldOf(refused), Refusals.sentence(refused));
        }
    }

    /** A line was added, moved or taken away; {@code next}: where one goes on. */
    void moved(String next) {
        unsaved = true;
        focus = next;
        problems.clear();
    }

    Sites sites() {
        return sites;
    }

    /** The one that was read when the page was opened. */
    int version() {
        return version;
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

    /** Something was added, moved or taken away since the page was opened. */
    public boolean isUnsaved() {
        return unsaved;
    }

    /** The id of the field or button where one goes on, after the page was drawn anew. */
    public String getFocus() {
        return focus;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
