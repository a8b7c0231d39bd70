package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.deskbell.label.Label;
import org.deskbell.label.Labels;
import org.deskbell.settings.Refused;

/** The list of labels, with a search, and a new one. */
@Named
@ViewScoped
public class LabelsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Labels store;

    @Inject
    private transient Here here;

    private String search = "";
    private ArrayList<Label> labels;
    private final Map<String, String> text = new HashMap<>(Map.of("colour", "teal"));
    private final Map<String, String> problems = new HashMap<>();

    /** The same list until the search changes: the table sorts it in place. */
    public List<Label> getLabels() {
        if (labels == null) {
            labels = store.all().stream().filter(this::wanted).collect(Collectors.toCollection(ArrayList::new));
        }
        return labels;
    }

    private boolean wanted(Label label) {
        return (label.name() + " " + label.colour())
                .toLowerCase(Locale.ROOT)
                .contains(search.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether there is none at all, whatever is searched for. */
    public boolean isNone() {
        return search.isBlank() && getLabels().isEmpty();
    }

    public List<String> getColours() {
        return Label.COLOURS;
    }

    public void add() throws IOException {
        problems.clear();
        try {
            store.add(text.get("name"), text.get("colour"));
            here.go("/console/labels?done=label");
        } catch (Refused refused) {
            problems.put("name", Refusals.sentence(refused));
        }
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        String next = search == null ? "" : search;
        if (!next.equals(this.search)) {
            labels = null;
        }
        this.search = next;
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
