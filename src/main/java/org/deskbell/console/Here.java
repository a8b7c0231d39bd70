package org.deskbell.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.deskbell.settings.Address;
import org.deskbell.staff.Agent;
import org.deskbell.staff.Preferences;
import org.deskbell.staff.Staff;
import org.primefaces.context.PrimeFacesContext;

/** Where this request is and who sent it; the way to another page, and what was just done there. */
@Named("visit")
@RequestScoped
public class Here {
    @Inject
    private FacesContext faces;

    @Inject
    private Staff staff;

    @Inject
    private Preferences preferences;

    @Inject
    private Address address;

    private Map<String, String> likes;

    /** The agent who is logged in; throws when there is none: these pages are for agents only. */
    Agent agent() {
        return staff.current(request().getSession(false)).orElseThrow();
    }

    HttpServletRequest request() {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    HttpServletResponse response() {
        return (HttpServletResponse) faces.getExternalContext().getResponse();
    }

    /** {@code path} below the context path, with its query. */
    void go(String path) throws IOException {
        ExternalContext external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + path);
    }

    void missing() throws IOException {
        faces.getExternalContext().responseSendError(404, null);
        faces.responseComplete();
    }

    boolean again() {
        return faces.isPostback();
    }

    /** What was done before this page was shown, as a sentence; null for nothing. */
    public String getDone() {
        return again() ? null : Words.find("done." + getDeed());
    }

    public String getDeed() {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault("done", "");
    }

    /** The nonce of this view's scripts: PrimeFaces refuses a form that does not send it back. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(faces).getNonce();
    }

    /** What the agent who is here chose for his console, by name; nothing where nobody is. */
    public Map<String, String> getLikes() {
        if (likes == null) {
            likes = staff.current(request())
                    .map(agent -> preferences.of(agent.id()))
                    .orElse(Map.of());
        }
        return likes;
    }

    /** By which address this installation is reached, without a slash at its end. */
    public String getBase() {
        return address.of(request());
    }
}
