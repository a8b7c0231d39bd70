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
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.deskbell.settings.Languages;
import org.deskbell.settings.Proxies;

/** Lets agents in and out: counts the tries, opens a session with a new id, and says when it is over. */
@ApplicationScoped
public class LogIn {
    private static final System.Logger LOG = System.getLogger(LogIn.class.getName());
    private static final String TOUCHED = LogIn.class.getName() + ".touched";
    private static final long TOUCH_MILLIS = Duration.ofMinutes(4).toMillis();

    @Inject
    private IdentityStoreHandler identities;

    @Inject
    private LogIns logIns;

    @Inject
    private Clock clock;

    @Inject
    private Proxies proxies;

    @Inject
    private LogInTries tries;

    @Inject
    private Staff staff;

    @Inject
    private Event<LoggedOut> ends;

    @Inject
    private Event<Left> leaves;

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
            keep(request, response, entering);
            stored.ifPresent(hash -> DeviceCookie.give(request, response, login, hash, proxies.secure(request)));
        });
        return new Outcome(agent, Duration.ZERO);
    }

    /** Makes this request's session the agent's, under a new id: an id planted before is dead. */
    public void keep(HttpServletRequest request, HttpServletResponse response, Agent agent) {
        LoggedIn.of(request).ifPresent(before -> logIns.close(before.key()));
        String token = logIns.open(agent);
        LogInCookie.give(request, response, token, proxies.secure(request));
        logIns.find(token).ifPresent(loggedIn -> begin(request, loggedIn));
        staff.speaks(agent.id(), Languages.tag(Languages.of(request)));
    }

    /** The agent whose browser shows the secret of a log-in that is open; he gets a session where {@code lasting}. */
    Optional<Agent> resume(HttpServletRequest request, boolean lasting) {
        Optional<LoggedIn> loggedIn = LogInCookie.of(request).flatMap(logIns::find);
        Optional<Agent> agent = loggedIn.flatMap(staff::current);
        if (agent.isEmpty()) return agent;
        loggedIn.get().remember(request);
        if (lasting) begin(request, loggedIn.get());
        return agent;
    }

    /** He does something: his log-in lasts on. Written once in some minutes only. */
    void touch(HttpSession session) {
        long now = clock.millis();
        if (!(session.getAttribute(TOUCHED) instanceof Long last) || now - last < TOUCH_MILLIS) return;
        session.setAttribute(TOUCHED, now);
        LoggedIn.of(session).ifPresent(loggedIn -> logIns.touch(loggedIn.key()));
    }

    public void leave(HttpServletRequest request, HttpServletResponse response) {
        Optional<LoggedIn> in =
                LoggedIn.of(request).or(() -> LogInCookie.of(request).flatMap(logIns::find));
        in.ifPresent(gone -> {
            logIns.close(gone.key());
            ends.fire(new LoggedOut(gone.agent(), gone.key()));
        });
        in.map(LoggedIn::key)
                .or(() -> LogInCookie.of(request).map(Tokens::hash))
                .ifPresent(key -> leaves.fire(new Left(key)));
        LogInCookie.give(request, response, "", proxies.secure(request));
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** A session is about to end; the log-in it was made from may go on in another one. */
    void ending(HttpSession session) {
        LoggedIn.of(session)
                .filter(gone -> !logIns.isOpen(gone.key()))
                .ifPresent(gone -> ends.fire(new LoggedOut(gone.agent(), gone.key())));
    }

    private void begin(HttpServletRequest request, LoggedIn loggedIn) {
        HttpSession session = request.getSession();
        if (!session.isNew()) request.changeSessionId();
        session.setMaxInactiveInterval((int) logIns.idle().toSeconds());
        session.setAttribute(TOUCHED, clock.millis());
        loggedIn.remember(session);
    }
}
