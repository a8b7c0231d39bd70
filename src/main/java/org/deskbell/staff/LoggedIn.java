package org.deskbell.staff;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/** What a session remembers of its agent; over as soon as the agent's stamp is another. */
record LoggedIn(AgentId agent, int stamp) implements Serializable {
    private static final String ATTRIBUTE = LoggedIn.class.getName();

    static LoggedIn as(Agent agent) {
        return new LoggedIn(agent.id(), agent.stamp());
    }

    static Optional<LoggedIn> of(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof LoggedIn found ? Optional.of(found) : Optional.empty();
    }

    void remember(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }
}
