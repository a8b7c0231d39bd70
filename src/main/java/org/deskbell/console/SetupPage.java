package org.deskbell.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.deskbell.settings.Refused;
import org.deskbell.staff.SetupLink;

/** Where the first administrator is made; does not exist without a link that works. */
@Named
@RequestScoped
public class SetupPage {
    @Inject
    private SetupLink link;

    @Inject
    private FacesContext faces;

    private String login;
    private String name;
    private String password;
    private String problem;

    public void arrive() throws IOException {
        if (!link.good(getToken())) {
            faces.getExternalContext().responseSendError(404, null);
            faces.responseComplete();
        }
    }

    public void make() throws IOException {
        try {
            link.use(getToken(), login, name, password);
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

    public void setLogin(String login) {
        this.login = login;
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
