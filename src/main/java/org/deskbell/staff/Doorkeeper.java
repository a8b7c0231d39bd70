package org.deskbell.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Asks at every request who this is, as he is now: the container remembers nobody, so a session ends at once when its
 * agent is disabled, gets another role or another password ({@link LogIn} opens it). Sends strangers to the log-in page.
 */
@ApplicationScoped
public class Doorkeeper implements HttpAuthenticationMechanism {
    @Inject
    private Staff staff;

    @Inject
    private LogIn logIn;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        HttpSession session = request.getSession(false);
        Optional<Agent> agent = staff.current(session);
        if (agent.isPresent()) {
            logIn.touch(session);
        } else if (LoggedIn.of(session).isEmpty()) {
            // After a restart: sockets are told who it is, pages get a session again.
            agent = logIn.resume(request, context.isProtected());
        }
        if (agent.isPresent()) {
            return context.notifyContainerAboutLogin(
                    agent.get().login(), Set.of(agent.get().role().word()));
        }
        boolean ended = endIfLoggedIn(session);
        return context.isProtected() ? sendToLogIn(request, response, ended) : context.doNothing();
    }

    private static boolean endIfLoggedIn(HttpSession session) {
        if (session == null || LoggedIn.of(session).isEmpty()) {
            return false;
        }
        session.invalidate();
        return true;
    }

    private static AuthenticationStatus sendToLogIn(
            HttpServletRequest request, HttpServletResponse response, boolean ended) throws AuthenticationException {
        try {
            response.setHeader("Cache-Control", "no-store");
            if (!"GET".equals(request.getMethod()) || !wantsPage(request)) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                return AuthenticationStatus.SEND_FAILURE;
            }
            boolean expired = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            String why = ended ? "why=ended&" : expired ? "why=expired&" : "";
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(
                    "Location",
                    request.getContextPath() + "/login?" + why + "next="
                            + URLEncoder.encode(asked(request), StandardCharsets.UTF_8));
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String destination = request.getHeader("Sec-Fetch-Dest");
        String accept = request.getHeader("Accept");
        return destination == null ? accept == null || !accept.contains("json") : destination.equals("document");
    }

    private static String asked(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length() + 1);
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}
