package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.deskbell.conversation.Patience;
import org.deskbell.conversation.Patiences;
import org.deskbell.settings.Refused;
import org.deskbell.site.Site;

/** How long a site waits for its visitors' answers, on its page. */
@Named
@ViewScoped
public class PatiencePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Patiences patiences;

    @Inject
    private transient Here here;

    private boolean shown;
    private boolean ends;
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    /** As it is kept, on the first visit. */
    public void show(Site site) {
        if (shown || site == null) return;
        shown = true;
        Patience patience = patiences.of(site.id());
        ends = patience.ends();
        text.put("patience", Integer.toString(patience.minutes()));
        text.put("farewell", patience.message());
    }

    public void save(Site site) throws IOException {
        problems.clear();
        OptionalInt minutes = Count.read(text.get("patience"), Patience.MOST_MINUTES);
        if (minutes.isEmpty()) {
            problems.put("patience", Refusals.sentence("bad-number", Integer.toString(Patience.MOST_MINUTES)));
            return;
        }
        try {
            String farewell = text.get("farewell");
            patiences.change(site.id(), new Patience(ends, minutes.getAsInt(), farewell == null ? "" : farewell));
            here.go("/console/site?key=" + site.key() + "&done=patience#silence");
        } catch (Refused refused) {
            problems.put("farewell", Refusals.sentence(refused.reason(), Integer.toString(Patience.MESSAGE)));
        }
    }

    public boolean isEnds() {
        return ends;
    }

    public void setEnds(boolean ends) {
        this.ends = ends;
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
