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
import org.deskbell.conversation.Conversations;
import org.deskbell.label.Label;
import org.deskbell.label.LabelId;
import org.deskbell.label.Labels;
import org.deskbell.settings.Refused;

/** One label: its name and colour, and its end. */
@Named
@ViewScoped
public class LabelPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Labels labels;

    @Inject
    private transient Conversations conversations;

    @Inject
    private transient Here here;

    private String id;
    private Label label;
    private long used;
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    public void load() throws IOException {
        Optional<Label> found = id != null && id.matches("[0-9]{1,18}")
                ? labels.byId(new LabelId(Long.parseLong(id)))
                : Optional.empty();
        if (found.isEmpty()) {
            here.missing();
            return;
        }
        label = found.get();
        used = conversations.labelled(label.id());
        text.put("name", label.name());
        text.put("colour", label.colour());
    }

    public void save() throws IOException {
        attempt("name", "changed", () -> labels.change(label.id(), text.get("name"), text.get("colour")));
    }

    public void remove() throws IOException {
        attempt("end", "unlabelled", () -> labels.remove(label.id()));
    }

    private void attempt(String field, String done, Runnable deed) throws IOException {
        problems.clear();
        try {
            deed.run();
            here.go("/console/labels?done=" + done);
        } catch (Refused refused) {
            problems.put(field, Refusals.sentence(refused));
        }
    }

    /** What it costs to remove it, as a sentence. */
    public String getUsed() {
        if (used == 0) return Words.say("label.used.none");
        return used == 1 ? Words.say("label.used.one") : Words.say("label.used", used);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Label getLabel() {
        return label;
    }

    public List<String> getColours() {
        return Label.COLOURS;
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
