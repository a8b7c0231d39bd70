package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.deskbell.routing.Remits;
import org.deskbell.routing.Seats;
import org.deskbell.settings.Refused;
import org.deskbell.site.Department;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Invitations;
import org.deskbell.staff.Role;
import org.deskbell.staff.Staff;

/** One agent, for an administrator: name, role, departments, how many conversations, languages, link to choose a password, may log in or not. */
@Named
@ViewScoped
public class AgentPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Staff staff;

    @Inject
    private transient Invitations invitations;

    @Inject
    private transient Remits remits;

    @Inject
    private transient Seats seats;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Words words;

    @Inject
    private transient Here here;

    private String id;
    private Agent agent;
    private boolean undo;
    private String link;
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, Boolean> in = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    private interface Deed {
        void run();
    }

    public void load() throws IOException {
        Optional<Agent> found = id != null && id.matches("[0-9]{1,18}")
                ? staff.byId(new AgentId(Long.parseLong(id)))
                : Optional.empty();
        if (found.isEmpty()) {
            here.missing();
            return;
        }
        agent = found.get();
        undo = agent.disabled() && here.getDeed().equals("disabled");
        text.put("name", agent.name());
        text.put("role", agent.role().word());
        text.put("capacity", Integer.toString(seats.capacityOf(agent.id())));
        text.put("spoken", Spoken.write(seats.languagesOf(agent.id()), words.locale()));
        Set<Long> his = remits.departmentsOf(agent.id());
        for (Site site : getSites()) {
            for (Department each : site.departments()) in.put(String.valueOf(each.id()), his.contains(each.id()));
        }
    }

    /** Those that have departments. */
    public List<Site> getSites() {
        return sites.all().stream()
                .filter(site -> !site.departments().isEmpty())
                .toList();
    }

    public void station() throws IOException {
        List<Long> chosen = in.entrySet().stream()
                .filter(each -> Boolean.TRUE.equals(each.getValue()))
                .map(each -> Long.valueOf(each.getKey()))
                .toList();
        attempt("departments", "stationed", () -> remits.put(agent, chosen));
    }

    /** How many open conversations he may be given. */
    public void hold() throws IOException {
        OptionalInt count = Count.read(text.get("capacity"), Seats.MOST);
        if (count.isPresent()) {
            attempt("capacity", "capacity", () -> seats.change(agent.id(), count.getAsInt()));
            return;
        }
        problems.clear();
        problems.put("capacity", Refusals.sentence("bad-number", Integer.toString(Seats.MOST)));
    }

    /** In which languages he answers. */
    public void speak() throws IOException {
        Spoken spoken = Spoken.read(text.get("spoken"), words.locale());
        if (spoken.unknown() == null) {
            attempt("spoken", "spoken", () -> seats.speaks(agent.id(), spoken.codes()));
            return;
        }
        problems.clear();
        problems.put("spoken", Refusals.sentence("unknown-language", spoken.unknown()));
    }

    public void rename() throws IOException {
        attempt("name", "renamed", () -> staff.rename(agent.id(), text.get("name")));
    }

    public void changeRole() throws IOException {
        boolean up = Role.ADMINISTRATOR.word().equals(text.get("role"));
        attempt("role", "role", () -> staff.changeRole(agent.id(), up ? Role.ADMINISTRATOR : Role.AGENT));
    }

    public void disable() throws IOException {
        attempt("state", "disabled", () -> staff.disable(agent.id()));
    }

    public void enable() throws IOException {
        attempt("state", "enabled", () -> staff.enable(agent.id()));
    }

    public void makeLink() {
        problems.clear();
        try {
            link = here.getBase() + "/invite?t=" + invitations.again(agent.id()).token();
        } catch (Refused refused) {
            problems.put("link", Refusals.sentence(refused));
        }
    }

    private void attempt(String field, String done, Deed deed) throws IOException {
        problems.clear();
        link = null;
        try {
            deed.run();
            here.go("/console/agent?id=" + agent.id() + "&done=" + done);
        } catch (Refused refused) {
            problems.put(field, Refusals.sentence(refused));
        }
    }

    /** Whether this page is about the one who looks at it. */
    public boolean isSelf() {
        return agent.id().equals(here.agent().id());
    }

    /** Whether the way back from disabling is offered. */
    public boolean isUndo() {
        return undo;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Agent getAgent() {
        return agent;
    }

    /** The link just made; it is not shown again. */
    public String getLink() {
        return link;
    }

    public Map<String, String> getText() {
        return text;
    }

    /** By a department's id, whether the agent is in it. */
    public Map<String, Boolean> getIn() {
        return in;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
