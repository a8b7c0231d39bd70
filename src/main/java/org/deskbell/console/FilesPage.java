package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.deskbell.attachment.Policies;
import org.deskbell.attachment.Policy;
import org.deskbell.settings.Refused;
import org.deskbell.site.Site;

/** What a site allows of files, on its page. */
@Named
@ViewScoped
public class FilesPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Policies policies;

    @Inject
    private transient Here here;

    private boolean shown;
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, Boolean> on = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    /** As it is kept, on the first visit. */
    public void show(Site site) {
        if (shown || site == null) return;
        shown = true;
        Policy policy = policies.of(site.id());
        on.put("filesOn", policy.enabled());
        text.put("megabytes", Integer.toString(policy.megabytes()));
        text.put("together", Integer.toString(policy.together()));
        text.put("quota", Integer.toString(policy.quota()));
    }

    public void save(Site site) throws IOException {
        problems.clear();
        int megabytes = number("megabytes", Policy.MOST_MEGABYTES);
        int together = number("together", Policy.MOST_TOGETHER);
        int quota = number("quota", Policy.MOST_QUOTA);
        if (!problems.isEmpty()) return;
        try {
            policies.change(site.id(), new Policy(on.get("filesOn"), megabytes, together, quota));
            here.go("/console/site?key=" + site.key() + "&done=files#files");
        } catch (Refused refused) {
            problems.put("quota", Refusals.sentence(refused));
        }
    }

    private int number(String field, int most) {
        OptionalInt number = Count.read(text.get(field), most);
        if (number.isEmpty()) problems.put(field, Refusals.sentence("bad-number", Integer.toString(most)));
        return number.orElse(0);
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
