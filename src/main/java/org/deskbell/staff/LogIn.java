package org.deskbell.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.deskbell.settings.Proxies;
import org.deskbell.settings.Settings;

/** Lets agents in and out: counts the tries, opens a session with a new id, and says when it is over. */
@ApplicationScoped
public class LogIn {
    private static final System.Logger LOG = System.getLogger(LogIn.class.getName());

    @Inject
    private IdentityStoreHandler identities;

    @Inject
    private Settings settings;

    @Inject
    private Proxies proxies;

    @Inject
    private LogInTries tries;

    @Inject
    private Staff staff;

    @Inject
    private Event<LoggedOut> ends;

    /** What came of it: {@code agent} is there when he is in; otherwise {@code pause} says how long to wait first. */
    public record Outcome(Optional<Agent> agent, Duration pause) {}

    public Outcome enter(HttpServletRequest request, HttpServletResponse response, String name, String password) {
        String login = AgentRows.normalise(name);
        String client = proxies.client(request);
        Optional<String> stored = staff.passwordHash(login);
        Optional<String> device = stored.flatMap(hash -> DeviceCookie.device(request, login, hash));
        Duration wait = tries.take(client, login, device);
        if (!wait.isZero()) {
            LOG.log(System.Logger.Level.WARNING, "Too many log-in tries from {0}", client);
            return new Outcome(Optional.empty(), wait);
        }
        boolean right = identities
                        .validate(new UsernamePasswordCredential(login, password))
                        .getStatus()
                == CredentialValidationResult.Status.VALID;
        Optional<Agent> agent = right ? staff.byLogin(login) : Optional.empty();
        agent.ifPresent(entering -> {
            tries.succeeded(client, login, device);
            keep(request, entering);
            stored.ifPresent(hash -> DeviceCookie.give(request, response, login, hash, proxies.secure(request)));
        });
        return new Outcome(agent, Duration.ZERO);
    }

    /** Makes this request's session the agent's, under a new id: an id planted before is dead. */
    public void keep(HttpServletRequest request, Agent agent) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setMaxInactiveInterval(settings.number("session.minutes", 720, 5, 10_080) * 60);
        LoggedIn.as(agent).remember(session);
    }

    public void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** A session is about to end: logged out or expired. */
    void ending(HttpSession session) {
        LoggedIn.of(session).ifPresent(gone -> ends.fire(new LoggedOut(gone.agent(), session.getId())));
    }
}
