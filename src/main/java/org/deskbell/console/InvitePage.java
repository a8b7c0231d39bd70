package org.deskbell.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.deskbell.settings.Refused;
import org.deskbell.staff.Agent;
import org.deskbell.staff.Invitations;

/** Where an invited agent chooses his name and password; does not exist without a link that works. */
@Named
@RequestScoped
public class InvitePage {
    @Inject
    private Invitations invitations;

    @Inject
    private FacesContext faces;

    private String login;
    private String name;
    private String password;
    private String problem;

    public void arrive() throws IOException {
        Optional<Agent> invited = invitations.find(getToken());
        if (invited.isEmpty()) {
            faces.getExternalContext().responseSendError(404, null);
            faces.responseComplete();
            return;
        }
        login = invited.get().login();
        name = name == null ? invited.get().name() : name;
    }

    public void accept() throws IOException {
        try {
            invitations.accept(getToken(), name, password);
            ExternalContext external = faces.getExternalContext();
            external.redirect(external.getRequestContextPath() + "/login?why=ready");
        } catch (Refused refused) {
            problem = Refusals.sentence(refused);
        }
    }

    public String getToken() {
        return faces.getExternalContext().getRequestParameterMap().get("t");
    }

    public String getProblem() {
        return problem;
    }

    public String getLogin() {
        return login;
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
