package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.answers.Answer;
import org.deskbell.answers.Answers;
import org.deskbell.answers.Prefixes;
import org.deskbell.settings.Refused;
import org.deskbell.site.Sites;

/** The answers an agent can use, with a search; and the way back for one just removed. */
@Named
@ViewScoped
public class AnswersPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Answers answers;

    @Inject
    private transient Prefixes prefixes;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Here here;

    private String search = "";
    private ArrayList<Line> lines;
    private String gone;
    private boolean undo;
    private String problem;

    /** One answer in the list: for whom it is, in words, and whether it is for this agent to change. */
    public record Line(Answer answer, String whose, boolean changeable) implements Serializable {}

    public void load() {
        undo = here.getDeed().equals("answer-removed") && id() != null;
    }

    /** The same list until the search changes: the table sorts it in place. */
    public List<Line> getLines() {
        if (lines == null) {
            lines = all().filter(this::wanted).map(this::line).collect(Collectors.toCollection(ArrayList::new));
        }
        return lines;
    }

    /** Whether there is nothing to look for. */
    public boolean isNone() {
        return search.isBlank() && getLines().isEmpty();
    }

    public void restore() throws IOException {
        try {
            answers.restore(here.agent(), id());
            here.go("/console/answers?done=answer-back");
        } catch (Refused refused) {
            problem = Refusals.sentence(refused);
            undo = false;
            lines = null;
        }
    }

    private Stream<Answer> all() {
        return Stream.concat(answers.of(here.agent().id()).stream(), answers.shared().stream());
    }

    private boolean wanted(Answer answer) {
        return (answer.shortcut() + " " + answer.title() + " " + answer.text())
                .toLowerCase(Locale.ROOT)
                .contains(search.strip().toLowerCase(Locale.ROOT));
    }

    private Line line(Answer answer) {
        String whose = !answer.shared()
                ? Words.say("answers.only")
                : answer.site() == null
                        ? Words.say("answer.all")
                        : sites.byId(answer.site()).name();
        return new Line(answer, whose, !answer.shared() || here.agent().administrator());
    }

    private Long id() {
        return gone != null && gone.matches("[0-9]{1,18}") ? Long.valueOf(gone) : null;
    }

    public String getPrefix() {
        return prefixes.of(here.agent().id());
    }

    public boolean isAdministrator() {
        return here.agent().administrator();
    }

    /** Whether the way back from removing is offered. */
    public boolean isUndo() {
        return undo;
    }

    public String getProblem() {
        return problem;
    }

    public String getGone() {
        return gone;
    }

    public void setGone(String gone) {
        this.gone = gone;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        String next = search == null ? "" : search;
        if (!next.equals(this.search)) lines = null;
        this.search = next;
    }
}
