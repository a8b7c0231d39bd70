package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbell.settings.Refused;
import org.deskbell.site.Manners;
import org.deskbell.site.MannersCheck;
import org.deskbell.site.Problem;
import org.deskbell.site.Question;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/** How a site meets its visitors: the questions before the first message, and what is there while nobody is, and after the end. */
@Named
@ViewScoped
public class FormPage implements Serializable {
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
    private String offline;
    private boolean rating;
    private boolean transcript;
    private int made;
    private final List<QuestionLine> lines = new ArrayList<>();
    private final Map<String, String> problems = new HashMap<>();

    public void load() throws IOException {
        site = sites.byKey(key).orElse(null);
        if (site == null) {
            here.missing();
            return;
        }
        version = site.version();
        Manners now = site.manners();
        offline = now.offline().word();
        rating = now.rating();
        transcript = now.transcript();
        now.form().forEach(each -> lines.add(new QuestionLine(each)));
    }

    public void add(String kind) {
        boolean standing = kind.equals("name") || kind.equals("mail");
        String id = kind.equals("name") ? Question.NAME : kind.equals("mail") ? Question.EMAIL : freshId();
        Question fresh =
                standing ? Question.standing(id, true) : new Question(id, Question.Kind.of(kind), "", false, List.of());
        lines.add(new QuestionLine(fresh));
        moved(standing ? id + "-required" : id + "-label");
    }

    /** Never one that was there before: what was answered to another question does not belong to this one. */
    private String freshId() {
        String id;
        do {
            made++;
            id = "q" + Long.toString(version, 36) + "-" + made;
        } while (at(id) >= 0);
        return id;
    }

    public void remove(String id) {
        lines.removeIf(line -> line.getId().equals(id));
        moved("");
    }

    public void up(String id) {
        move(id, -1);
    }

    public void down(String id) {
        move(id, 1);
    }

    private void move(String id, int by) {
        int from = at(id);
        int to = from + by;
        if (from < 0 || to < 0 || to >= lines.size()) return;
        Collections.swap(lines, from, to);
        // Where it cannot go on in this direction, its other button is at hand.
        boolean up = by < 0 ? to > 0 : to == lines.size() - 1;
        moved(id + (up ? "-up" : "-down"));
    }

    private int at(String id) {
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).getId().equals(id)) return i;
        return -1;
    }

    private void moved(String next) {
        unsaved = true;
        focus = next;
        problems.clear();
    }

    public boolean has(String id) {
        return at(id) >= 0;
    }

    public void save() throws IOException {
        problems.clear();
        focus = "";
        overtaken = false;
        Manners wanted = manners();
        for (Problem problem : MannersCheck.problems(wanted)) {
            problems.merge(
                    problem.field(), Refusals.sentence(problem.reason(), problem.detail()), (a, b) -> a + " " + b);
        }
        if (!problems.isEmpty()) return;
        try {
            sites.receive(site.id(), version, wanted);
            here.go("/console/form?site=" + site.key() + "&done=saved");
        } catch (Refused refused) {
            overtaken = refused.reason().equals("changed");
            if (!overtaken) problems.put("page", Refusals.sentence(refused));
        }
    }

    /** Somebody else was quicker, and this agent has decided for his own version. */
    public void saveAnyway() throws IOException {
        version = sites.byId(site.id()).version();
        save();
    }

    private Manners manners() {
        List<Question> form = lines.stream().map(QuestionLine::question).toList();
        return new Manners(form, Manners.Offline.of(offline), rating, transcript);
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

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

    public List<QuestionLine> getLines() {
        return lines;
    }

    public boolean isFull() {
        return lines.size() >= MannersCheck.QUESTIONS;
    }

    public Map<String, String> getProblems() {
        return problems;
    }

    public String getOffline() {
        return offline;
    }

    public void setOffline(String offline) {
        this.offline = offline;
    }

    public boolean isRating() {
        return rating;
    }

    public void setRating(boolean rating) {
        this.rating = rating;
    }

    public boolean isTranscript() {
        return transcript;
    }

    public void setTranscript(boolean transcript) {
        this.transcript = transcript;
    }
}
