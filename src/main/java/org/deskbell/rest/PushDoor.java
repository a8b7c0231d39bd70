package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.push.Identity;
import org.deskbell.push.Pushes;
import org.deskbell.push.Subscribers;
import org.deskbell.push.Subscription;
import org.deskbell.settings.Languages;
import org.deskbell.settings.Refused;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Staff;

/**
 * An agent's browser asks to be told while no console is open. GET says by which key it subscribes, or by 204 that nothing is pushed here; POST with
 * {@code do=keep}, {@code drop} or {@code test} is about the browser it comes from.
 */
@WebServlet(urlPatterns = "/console/push", asyncSupported = true)
public class PushDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(PushDoor.class.getName());
    private static final int PATIENCE_MILLIS = 60_000;

    /** Between two tries of one agent. */
    private static final Duration APART = Duration.ofSeconds(3);

    @Inject
    private transient Staff staff;

    @Inject
    private transient Identity identity;

    @Inject
    private transient Subscribers subscribers;

    @Inject
    private transient Pushes pushes;

    @Inject
    private transient Clock clock;

    private final transient Map<AgentId, Instant> tried = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        if (staff.current(request).isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (identity.subject().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            say(response, Json.createObjectBuilder().add("key", identity.publicKey()));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        Optional<Agent> agent = staff.current(request);
        if (agent.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            if (identity.subject().isEmpty()) throw new Refused("push-unset");
            act(request, response, agent.get());
        } catch (Refused no) {
            PushProblem.of(no.reason()).answer(response);
        }
    }

    private void act(HttpServletRequest request, HttpServletResponse response, Agent agent) throws IOException {
        String endpoint = request.getParameter("endpoint");
        if (endpoint == null) throw new Refused("bad-subscription");
        switch (String.valueOf(request.getParameter("do"))) {
            case "keep" -> keep(request, response, agent);
            case "drop" -> {
                subscribers.drop(endpoint, agent.id());
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            case "test" -> test(request, response, agent, endpoint);
            default -> throw new Refused("malformed");
        }
    }

    private void keep(HttpServletRequest request, HttpServletResponse response, Agent agent) {
        Subscription browser = new Subscription(
                request.getParameter("endpoint"), request.getParameter("p256dh"), request.getParameter("auth"));
        String language = Languages.tag(Languages.of(request));
        String was = request.getParameter("was");
        try {
            subscribers.keep(browser, was, agent, staff.logIn(request), language);
        } catch (PersistenceException | TransactionalException twiceAtOnce) {
            // Two tabs have said it at once: now it is there.
            subscribers.keep(browser, was, agent, staff.logIn(request), language);
        }
        pushes.again();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void test(HttpServletRequest request, HttpServletResponse response, Agent agent, String endpoint)
            throws IOException {
        if (!mayTry(agent.id())) throw new Refused("too-fast");
        Optional<Subscribers.Browser> his = subscribers.of(agent, endpoint);
        if (his.isEmpty()) {
            say(response, Json.createObjectBuilder().add("sent", false));
            return;
        }
        AsyncContext async = request.startAsync();
        async.setTimeout(PATIENCE_MILLIS);
        pushes.test(his.get(), taken -> tell(async, taken));
    }

    private static void tell(AsyncContext async, boolean taken) {
        try {
            try {
                say(
                        (HttpServletResponse) async.getResponse(),
                        Json.createObjectBuilder().add("sent", taken));
            } finally {
                async.complete();
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "Nobody waits for what came of a try any more", gone);
        }
    }

    private boolean mayTry(AgentId agent) {
        Instant now = clock.instant();
        tried.values().removeIf(at -> at.plus(APART).isBefore(now));
        return tried.putIfAbsent(agent, now) == null;
    }

    private static void say(HttpServletResponse response, JsonObjectBuilder what) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(what.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
