package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.deskbell.site.Department;
import org.deskbell.site.Manners;
import org.deskbell.site.MannersCheck;
import org.deskbell.site.Problem;
import org.deskbell.site.Question;
import org.deskbell.site.Site;

/** How a site meets its visitors: the questions before the first message, and what is there while nobody is, and after the end. */
@Named
@ViewScoped
public class FormPage extends SiteEditor {
    private static final long serialVersionUID = 1L;

    private String offline;
    private boolean rating;
    private boolean transcript;
    private boolean unsent;
    private int made;
    private final List<QuestionLine> lines = new ArrayList<>();

    @Override
    void show(Site kept) {
        Manners now = kept.manners();
        offline = now.offline().word();
        rating = now.rating();
        transcript = now.transcript();
        unsent = now.unsent();
        now.form().forEach(each -> lines.add(new QuestionLine(each)));
    }

    public void add(String kind) {
        if (kind.equals(Question.DEPARTMENT)) {
            lines.add(new QuestionLine(Question.department(getSite().departments())));
            moved(Question.DEPARTMENT + "-label");
            return;
        }
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
            id = "q" + Long.toString(version(), 36) + "-" + made;
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

    public boolean has(String id) {
        return at(id) >= 0;
    }

    /** The names of its departments, where there are enough to choose among; else empty. */
    public String getDepartments() {
        List<Department> all = getSite().departments();
        return all.size() < 2 ? "" : all.stream().map(Department::name).collect(Collectors.joining(" · "));
    }

    @Override
    List<Problem> wrong() {
        return MannersCheck.problems(manners());
    }

    @Override
    String keep() {
        sites().receive(getSite().id(), version(), manners());
        return "/console/form?site=" + getSite().key() + "&done=saved";
    }

    private Manners manners() {
        List<Question> form = lines.stream()
                .map(QuestionLine::question)
                .map(each -> each.isDepartment() ? each.among(getSite().departments()) : each)
                .toList();
        return new Manners(form, Manners.Offline.of(offline), rating, transcript, unsent);
    }

    public List<QuestionLine> getLines() {
        return lines;
    }

    public boolean isFull() {
        return lines.size() >= MannersCheck.QUESTIONS;
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

    public boolean isUnsent() {
        return unsent;
    }

    public void setUnsent(boolean unsent) {
        this.unsent = unsent;
    }
}
