package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskbell.answers.Answer;
import org.deskbell.answers.AnswerCheck;
import org.deskbell.answers.AnswerDraft;
import org.deskbell.answers.Answers;
import org.deskbell.answers.Steps;
import org.deskbell.label.Label;
import org.deskbell.label.LabelId;
import org.deskbell.label.Labels;
import org.deskbell.settings.Refused;
import org.deskbell.site.Problem;
import org.deskbell.site.Site;
import org.deskbell.site.SiteId;
import org.deskbell.site.Sites;

/** The editor of one answer, or of a new one: an agent's own, or one that all share. */
@Named
@ViewScoped
public class AnswerPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Answers answers;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Labels labels;

    @Inject
    private transient Here here;

    private String id;
    private String scope;
    private Answer answer;
    private boolean shared;
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, Boolean> on = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    /** On the first visit: a new one without an id in the address, else the one with it. */
    public void load() throws IOException {
        boolean administrator = here.agent().administrator();
        if (id == null || id.isEmpty()) {
            shared = administrator && "shared".equals(scope);
            text.put("site", "");
            text.put("then", Steps.NONE.then().word());
            return;
        }
        Optional<Answer> found =
                id.matches("[0-9]{1,18}") ? answers.find(here.agent(), Long.parseLong(id)) : Optional.empty();
        if (found.isEmpty() || found.get().shared() && !administrator) {
            here.missing();
            return;
        }
        show(found.get());
    }

    public void save() throws IOException {
        problems.clear();
        AnswerDraft draft = draft();
        for (Problem problem : AnswerCheck.problems(draft)) {
            problems.merge(
                    problem.field(), Refusals.sentence(problem.reason(), problem.detail()), (a, b) -> a + " " + b);
        }
        if (!problems.isEmpty()) return;
        try {
            if (answer == null) answers.add(here.agent(), draft);
            else answers.change(here.agent(), answer.id(), answer.version(), draft);
            here.go("/console/answers?done=" + (answer == null ? "answer" : "saved"));
        } catch (Refused refused) {
            problems.put(refused.reason().equals("shortcut-taken") ? "shortcut" : "page", Refusals.sentence(refused));
        }
    }

    public void remove() throws IOException {
        problems.clear();
        try {
            answers.remove(here.agent(), answer.id());
            here.go("/console/answers?done=answer-removed&gone=" + answer.id());
        } catch (Refused refused) {
            problems.put("page", Refusals.sentence(refused));
        }
    }

    private void show(Answer found) {
        answer = found;
        shared = found.shared();
        text.put("shortcut", found.shortcut());
        text.put("title", found.title());
        text.put("text", found.text());
        text.put("choices", String.join("\n", found.choices()));
        text.put("site", found.site() == null ? "" : found.site().toString());
        text.put("then", found.steps().then().word());
        for (LabelId label : found.steps().labels()) on.put(label.toString(), true);
    }

    private AnswerDraft draft() {
        String chosen = text.get("site");
        SiteId site =
                shared && chosen != null && chosen.matches("[0-9]{1,18}") ? new SiteId(Long.parseLong(chosen)) : null;
        return new AnswerDraft(
                shared, site, text.get("shortcut"), text.get("title"), text.get("text"), choices(), steps());
    }

    /** One in a line. */
    private List<String> choices() {
        String lines = text.get("choices");
        return lines == null ? List.of() : lines.lines().toList();
    }

    /** Of the labels there are: one that was removed is not put on any more. */
    private Steps steps() {
        List<LabelId> chosen = labels.all().stream()
                .map(Label::id)
                .filter(label -> Boolean.TRUE.equals(on.get(label.toString())))
                .toList();
        return new Steps(chosen, Steps.Then.of(text.get("then")));
    }

    public List<Label> getLabels() {
        return labels.all();
    }

    /** Which labels are chosen, by their ids. */
    public Map<String, Boolean> getOn() {
        return on;
    }

    public List<Site> getSites() {
        return sites.all();
    }

    /** What the preview says where an answer names the site. */
    public String getSampleSite() {
        return sites.standard().map(Site::name).orElseGet(() -> Words.say("preview.nameless"));
    }

    public String getSampleAgent() {
        return here.agent().name();
    }

    /** The answer as it is kept; null for a new one. */
    public Answer getAnswer() {
        return answer;
    }

    public boolean isShared() {
        return shared;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
