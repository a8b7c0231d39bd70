package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.deskbell.mail.Draft;
import org.deskbell.mail.Letter;
import org.deskbell.mail.MailKind;
import org.deskbell.mail.TrialMail;
import org.deskbell.mail.TrialMail.Outcome;
import org.deskbell.mail.Wording;
import org.deskbell.mail.WordingCheck;
import org.deskbell.mail.Wordings;
import org.deskbell.settings.Languages;
import org.deskbell.site.Problem;
import org.deskbell.site.Site;

/** What a site's mails to visitors say in one language, where it is not our words; and how that looks. */
@Named
@ViewScoped
public class MailsPage extends SiteEditor {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Wordings wordings;

    @Inject
    private transient Letter letter;

    @Inject
    private transient TrialMail trial;

    @Inject
    private transient Words words;

    @Inject
    private transient Here here;

    private String language;
    private Wordings.Kept kept;
    private Wording ours;
    private Set<String> spoken;
    private boolean emptied;
    private TrialMail.Result tried;
    private final Map<String, String> text = new HashMap<>();

    @Override
    void show(Site site) throws IOException {
        language = Stream.of(language, site.language(), words.getLanguage())
                .filter(each -> each != null && Languages.ALL.contains(each))
                .findFirst()
                .orElseThrow();
        kept = wordings.of(site.id(), MailKind.TRANSCRIPT, language);
        spoken = wordings.spoken(site.id(), MailKind.TRANSCRIPT);
        ours = letter.ours(language);
        fill(kept.wording());
    }

    private void fill(Wording wording) {
        text.put("subject", wording.subject());
        text.put("opening", wording.opening());
        text.put("closing", wording.closing());
    }

    private Wording wording() {
        return new Wording(text.get("subject"), text.get("opening"), text.get("closing"));
    }

    @Override
    List<Problem> wrong() {
        return WordingCheck.problems(wording());
    }

    @Override
    String keep() {
        wordings.keep(getSite().id(), MailKind.TRANSCRIPT, language, kept.version(), wording());
        return "/console/mails?site=" + getSite().key() + "&language=" + language + "&done=saved";
    }

    @Override
    public void save() throws IOException {
        emptied = false;
        tried = null;
        super.save();
    }

    /** Over what a colleague has kept meanwhile. */
    @Override
    public void saveAnyway() throws IOException {
        kept = wordings.of(getSite().id(), MailKind.TRANSCRIPT, language);
        save();
    }

    /** Nothing of its own any more, as soon as that is saved. */
    public void clear() {
        moved("save");
        tried = null;
        fill(Wording.NONE);
        emptied = true;
    }

    /** Shows what is in the fields, or what is wrong with it. */
    public void look() throws IOException {
        moved("look");
        emptied = false;
        tried = null;
        attempt(() -> {
            isRight();
            return null;
        });
    }

    /** Sends what is in the fields to whoever is here, or says what is wrong with it. */
    public void send() throws IOException {
        look();
        if (!getProblems().isEmpty()) return;
        moved("send");
        tried = trial.send(here.agent(), getPreview());
    }

    /** As it would arrive; null where the fields hold what cannot be kept. */
    public Draft getPreview() throws IOException {
        return wrong().isEmpty() ? letter.example(getSite(), language, wording()) : null;
    }

    /** What became of the mail that was just sent, as a sentence; null where none was. */
    public String getTried() {
        if (tried == null) return null;
        return Words.say("mails.test." + tried.outcome().name().toLowerCase(Locale.ROOT), tried.detail());
    }

    /** Whether nothing came of it. */
    public boolean isRefused() {
        return tried != null && tried.outcome() != Outcome.SENT && tried.outcome() != Outcome.SLOW;
    }

    /** Whether what is in the fields is not what is kept. */
    @Override
    public boolean isUnsaved() {
        return !wording().equals(kept.wording());
    }

    /** The fields were just emptied, and that is not saved yet. */
    public boolean isEmptied() {
        return emptied && (isUnsaved() || isOvertaken());
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getDir() {
        return Languages.rightToLeft(Locale.forLanguageTag(language)) ? "rtl" : "ltr";
    }

    /** What is said where the site says nothing of its own. */
    public Wording getOurs() {
        return ours;
    }

    /** The languages in which the site says something of its own. */
    public Set<String> getSpoken() {
        return spoken;
    }

    public Map<String, String> getText() {
        return text;
    }
}
