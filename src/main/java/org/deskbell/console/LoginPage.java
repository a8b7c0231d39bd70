package org.deskbell.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.deskbell.staff.LogIn;
import org.deskbell.staff.Staff;

/** The log-in page: takes name and password, leads on to the page that was asked for. */
@Named
@RequestScoped
public class LoginPage {
    private static final String INBOX = "console/inbox";
    private static final Set<String> NOTES = Set.of("out", "expired", "ended", "ready");

    @Inject
    private LogIn logIn;

    @Inject
    private Staff staff;

    @Inject
    private FacesContext faces;

    private String name = "";
    private String password;
    private String problem;

    /** Whoever is logged in already goes straight on. */
    public void arrive() throws IOException {
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        if (!faces.isPostback() && staff.current(request.getSession(false)).isPresent()) {
            goOn(external);
        }
    }

    public void enter() throws IOException {
        ExternalContext external = faces.getExternalContext();
        LogIn.Outcome outcome = logIn.enter(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                name,
                password == null ? "" : password);
        if (outcome.agent().isPresent()) {
            goOn(external);
            return;
        }
        if (outcome.pause().isZero()) {
            problem = Words.say("login.wrong");
            return;
        }
        external.setResponseStatus(429);
        external.setResponseHeader("Retry-After", String.valueOf(outcome.pause().toSeconds() + 1));
        problem = Words.say("login.wait", outcome.pause().plusSeconds(59).toMinutes());
    }

    private void goOn(ExternalContext external) throws IOException {
        external.redirect(external.getRequestContextPath() + "/" + getNext());
    }

    /** Where to go afterwards: a page of the console, nothing else. */
    public String getNext() {
        String next = faces.getExternalContext().getRequestParameterMap().getOrDefault("next", INBOX);
        return next.matches("console/[a-z]+(\\?[A-Za-z0-9=&_.~%-]*)?") ? next : INBOX;
    }

    public String getNote() {
        String why = faces.getExternalContext().getRequestParameterMap().getOrDefault("why", "");
        return faces.isPostback() || !NOTES.contains(why) ? null : Words.say("login." + why);
    }

    public String getProblem() {
        return problem;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
