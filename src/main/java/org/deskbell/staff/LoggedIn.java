package org.deskbell.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/**
 * What a session, or a request without one, knows of its agent; over as soon as the agent's stamp is another. {@code key} is
 * the log-in's, the same in every session that was made from it.
 */
record LoggedIn(AgentId agent, int stamp, String key) implements Serializable {
    private static final String ATTRIBUTE = LoggedIn.class.getName();

    static Optional<LoggedIn> of(HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof LoggedIn found
                ? Optional.of(found)
                : Optional.empty();
    }

    static Optional<LoggedIn> of(HttpServletRequest request) {
        return of(request.getSession(false))
                .or(() -> request.getAttribute(ATTRIBUTE) instanceof LoggedIn found
                        ? Optional.of(found)
                        : Optional.empty());
    }

    void remember(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    void remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
