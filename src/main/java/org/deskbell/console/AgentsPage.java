package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.deskbell.settings.Refused;
import org.deskbell.staff.Agent;
import org.deskbell.staff.Invitation;
import org.deskbell.staff.Invitations;
import org.deskbell.staff.Role;
import org.deskbell.staff.Staff;

/** The list of agents, with a search, and the invitation of a new one. */
@Named
@ViewScoped
public class AgentsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Staff staff;

    @Inject
    private transient Invitations invitations;

    @Inject
    private transient Here here;

    private String search = "";
    private ArrayList<Agent> agents;
    private String link;
    private String invited;
    private final Map<String, String> text = new HashMap<>(Map.of("role", Role.AGENT.word()));
    private final Map<String, String> problems = new HashMap<>();

    /** The same list until the search changes: the table sorts it in place. */
    public List<Agent> getAgents() {
        if (agents == null) {
            agents = staff.all().stream().filter(this::wanted).collect(Collectors.toCollection(ArrayList::new));
        }
        return agents;
    }

    private boolean wanted(Agent agent) {
        return (agent.name() + " " + agent.login())
                .toLowerCase(Locale.ROOT)
                .contains(search.strip().toLowerCase(Locale.ROOT));
    }

    public void invite() {
        problems.clear();
        link = null;
        try {
            Role role = Role.ADMINISTRATOR.word().equals(text.get("role")) ? Role.ADMINISTRATOR : Role.AGENT;
            Invitation made = invitations.invite(text.get("login"), text.get("name"), role);
            link = here.getBase() + "/invite?t=" + made.token();
            invited = made.agent().name();
            agents = null;
            text.remove("login");
            text.remove("name");
        } catch (Refused refused) {
            problems.put(refused.reason().equals("bad-name") ? "name" : "login", Refusals.sentence(refused));
        }
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        String next = search == null ? "" : search;
        if (!next.equals(this.search)) {
            agents = null;
        }
        this.search = next;
    }

    /** The link of the invitation just made; it is not shown again. */
    public String getLink() {
        return link;
    }

    public String getInvited() {
        return invited;
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
