package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbell.answers.Prefixes;
import org.deskbell.settings.Languages;
import org.deskbell.settings.Refused;
import org.deskbell.staff.Agent;
import org.deskbell.staff.LogIn;
import org.deskbell.staff.Preferences;
import org.deskbell.staff.Staff;

/** An agent's own name, password and sessions. */
@Named
@ViewScoped
public class AccountPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> OF_OLD = List.of("wrong-password");

    @Inject
    private transient Staff staff;

    @Inject
    private transient LogIn logIn;

    @Inject
    private transient Prefixes prefixes;

    @Inject
    private transient Preferences preferences;

    @Inject
    private transient Here here;

    private final Map<String, String> text = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    public void load() {
        text.put("name", here.agent().name());
        text.put("prefix", prefixes.of(here.agent().id()));
        text.put("language", here.getLikes().getOrDefault("language", "auto"));
    }

    public void rename() throws IOException {
        problems.clear();
        try {
            staff.rename(here.agent().id(), text.get("name"));
            here.go("/console/account?done=renamed");
        } catch (Refused refused) {
            problems.put("name", Refusals.sentence(refused));
        }
    }

    public void choosePrefix() throws IOException {
        prefixes.choose(here.agent().id(), text.get("prefix"));
        here.go("/console/account?done=prefix");
    }

    /** The signs there are to choose from. */
    public List<String> getPrefixes() {
        return Prefixes.CHOICE;
    }

    /** On every device; this browser also keeps it for the pages before the log-in. */
    public void speak() throws IOException {
        preferences.choose(here.agent().id(), "language", text.getOrDefault("language", ""));
        Languages.choose(here.request(), here.response(), text.getOrDefault("language", ""));
        here.go("/console/account?done=language");
    }

    public void changePassword() throws IOException {
        problems.clear();
        try {
            Agent agent = staff.changePassword(here.agent().id(), text.remove("old"), text.remove("wanted"));
            logIn.keep(here.request(), here.response(), agent);
            here.go("/console/account?done=password");
        } catch (Refused refused) {
            problems.put(OF_OLD.contains(refused.reason()) ? "old" : "wanted", Refusals.sentence(refused));
        }
    }

    public void logOutEverywhere() throws IOException {
        staff.logOutEverywhere(here.agent().id());
        logIn.leave(here.request(), here.response());
        here.go("/login?why=out");
    }

    public Agent getAgent() {
        return here.agent();
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
