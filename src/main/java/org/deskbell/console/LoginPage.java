package org.deskbell.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.deskbell.staff.LogIn;
import org.deskbell.staff.Staff;

/** The log-in page: takes name and password, leads on to the page that was asked for. */
@Named
@RequestScoped
public class LoginPage {
    private static final String INBOX = "console/inbox";
    private static final Map<String, String> NOTES = Map.of(
            "out", "You are logged out.",
            "expired", "You were away for a while, so you have been logged out. Please log in again.",
            "ended", "Your account was changed, so you have been logged out. Please log in again.",
            "ready", "You are all set. Log in with your new password.");

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
            problem = "This name and password do not fit together. Please try again.";
            return;
        }
        external.setResponseStatus(429);
        external.setResponseHeader("Retry-After", String.valueOf(outcome.pause().toSeconds() + 1));
        problem = "Too many tries. Please wait " + inWords(outcome.pause()) + ", then try again.";
    }

    private void goOn(ExternalContext external) throws IOException {
        external.redirect(external.getRequestContextPath() + "/" + getNext());
    }

    private static String inWords(Duration pause) {
        long minutes = pause.plusSeconds(59).toMinutes();
        return minutes <= 1 ? "a minute" : minutes + " minutes";
    }

    /** Where to go afterwards: a page of the console, nothing else. */
    public String getNext() {
        String next = faces.getExternalContext().getRequestParameterMap().getOrDefault("next", INBOX);
        return next.matches("console/[a-z]+(\\?[A-Za-z0-9=&_.~%-]*)?") ? next : INBOX;
    }

    public String getNote() {
        return faces.isPostback()
                ? null
                : NOTES.get(faces.getExternalContext().getRequestParameterMap().getOrDefault("why", ""));
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
