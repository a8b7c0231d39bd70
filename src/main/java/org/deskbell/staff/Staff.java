package org.deskbell.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deskbell.settings.Refused;

/**
 * The agents: who there is and what each may do. A change of what an agent may do ends his sessions
 * ({@link StaffChanged}). Refuses with {@code unknown-agent}, {@code last-administrator}, {@code login-taken},
 * {@code bad-login}, {@code bad-name}, {@code short-password}, {@code long-password}, {@code weak-password},
 * {@code wrong-password}, {@code bad-status}.
 */
@ApplicationScoped
@Transactional
public class Staff {
    private static final System.Logger LOG = System.getLogger(Staff.class.getName());
    private static final Set<String> STATUSES = Set.of("online", "away", "offline");

    @Inject
    private AgentRows rows;

    @Inject
    private Passwords passwords;

    @Inject
    private LogIns logIns;

    @Inject
    private Event<StaffChanged> changes;

    public Optional<Agent> byId(AgentId id) {
        return rows.byId(id).map(AgentRow::toAgent);
    }

    public Optional<Agent> byLogin(String login) {
        return rows.byLogin(login).map(AgentRow::toAgent);
    }

    /** Everybody, disabled agents too, by name. */
    public List<Agent> all() {
        return rows.all();
    }

    /** What each of these is called; those there are not any more are left out. */
    public Map<AgentId, String> names(Collection<AgentId> of) {
        return rows.names(of);
    }

    /** Whether there is no agent yet. */
    public boolean empty() {
        return rows.none();
    }

    /** The agent who is logged in with this session, as he is now; empty when the session is over for any reason. */
    public Optional<Agent> current(HttpSession session) {
        return LoggedIn.of(session).flatMap(this::current);
    }

    /** The agent who sent this request, also where it has no session: {@link Doorkeeper} knew his log-in. */
    public Optional<Agent> current(HttpServletRequest request) {
        return LoggedIn.of(request).flatMap(this::current);
    }

    /** The key of the log-in by which he did; {@link LoggedOut} names it when it is over. Null where there is none. */
    public String logIn(HttpServletRequest request) {
        return LoggedIn.of(request).map(LoggedIn::key).orElse(null);
    }

    Optional<Agent> current(LoggedIn loggedIn) {
        return rows.byId(loggedIn.agent())
                .filter(agent -> agent.mayLogIn() && agent.stamp == loggedIn.stamp() && logIns.isOpen(loggedIn.key()))
                .map(AgentRow::toAgent);
    }

    Optional<String> passwordHash(String login) {
        return rows.byLogin(login).filter(AgentRow::mayLogIn).map(agent -> agent.password);
    }

    /** Whether this log-in is open and nothing has changed since in what its agent may do. */
    public boolean stillIn(AgentId id, int stamp, String logIn) {
        return current(new LoggedIn(id, stamp, logIn)).isPresent();
    }

    /** A new agent with a password, without an invitation. */
    public Agent add(String login, String name, Role role, String password) {
        AgentRow agent = rows.add(login, name, role);
        agent.password = passwords.hash(agent.login, password);
        LOG.log(System.Logger.Level.INFO, "Agent {0} was added as {1}", String.valueOf(agent.id), role.word());
        return agent.toAgent();
    }

    public void rename(AgentId id, String name) {
        rows.known(id).name = AgentRows.name(name);
    }

    /** What the agent chooses to be: {@code online}, {@code away} or {@code offline}. */
    public void chooseStatus(AgentId id, String status) {
        if (!STATUSES.contains(status)) {
            throw new Refused("bad-status");
        }
        AgentRow agent = rows.known(id);
        boolean goes = status.equals("offline") && !agent.status.equals(status);
        if (goes) agent.offlineAt = rows.now();
        if (!status.equals("offline")) agent.offlineAt = null;
        agent.status = status;
    }

    /** What is spoken where he logs in now. */
    void speaks(AgentId id, String language) {
        rows.speaks(id, language);
    }

    /** What was spoken where each logged in last; those of whom that is not known are left out. */
    public Map<AgentId, String> spoken() {
        return rows.spoken();
    }

    /** Those who chose to be offline, and since when. */
    public Map<AgentId, Instant> offline() {
        return rows.offline();
    }

    /** Whether he has left by himself: he chose to be offline, or logged out everywhere. One who is disabled was sent away. */
    public boolean leftOnPurpose(Agent agent) {
        boolean offline = agent.status().equals("offline");
        return !agent.disabled() && (offline || !logIns.anyOpen(agent.id(), agent.stamp()));
    }

    public void changeRole(AgentId id, Role role) {
        if (role != Role.ADMINISTRATOR) {
            keepAnAdministrator(id);
        }
        AgentRow agent = rows.known(id);
        if (!agent.role.equals(role.word())) {
            agent.role = role.word();
            endSessions(agent, "role changed");
        }
    }

    public void disable(AgentId id) {
        keepAnAdministrator(id);
        AgentRow agent = rows.known(id);
        if (!agent.disabled) {
            agent.disabled = true;
            agent.inviteHash = null;
            endSessions(agent, "disabled");
        }
    }

    public void enable(AgentId id) {
        rows.known(id).disabled = false;
    }

    /** The agent's own change; his other sessions end, {@link LogIn#keep} keeps this one. */
    public Agent changePassword(AgentId id, String old, String wanted) {
        AgentRow agent = rows.known(id);
        if (!passwords.matches(old, agent.password)) {
            throw new Refused("wrong-password");
        }
        agent.password = passwords.hash(agent.login, wanted);
        endSessions(agent, "password changed");
        return agent.toAgent();
    }

    /** Logs this agent out on every device. */
    public void logOutEverywhere(AgentId id) {
        endSessions(rows.known(id), "logged out everywhere");
    }

    /** Tells everybody who holds something open for this agent that it is over. */
    void endSessions(AgentRow agent, String why) {
        agent.stamp++;
        LOG.log(System.Logger.Level.INFO, "Sessions of agent {0} end: {1}", String.valueOf(agent.id), why);
        changes.fire(new StaffChanged(new AgentId(agent.id)));
    }

    private void keepAnAdministrator(AgentId leaving) {
        List<AgentRow> active = rows.lockAdministrators().stream()
                .filter(AgentRow::activeAdministrator)
                .toList();
        if (active.size() == 1 && active.get(0).id == leaving.value()) {
            throw new Refused("last-administrator");
        }
    }
}
