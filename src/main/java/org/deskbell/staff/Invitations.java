package org.deskbell.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.deskbell.settings.Refused;

/**
 * The links by which agents choose their password: for somebody new, or for one who forgot it. A link works once, for
 * seven days; a newer one replaces it. Refuses with {@code dead-link} and what {@link Staff} refuses.
 */
@ApplicationScoped
@Transactional
public class Invitations {
    private static final int DAYS = 7;

    @Inject
    private AgentRows rows;

    @Inject
    private Passwords passwords;

    @Inject
    private Staff staff;

    public Invitation invite(String login, String name, Role role) {
        return link(rows.add(login, name, role));
    }

    /** A new link for an agent there is; his password works until the link is used. */
    public Invitation again(AgentId id) {
        AgentRow agent = rows.known(id);
        if (agent.disabled) {
            throw new Refused("disabled");
        }
        return link(agent);
    }

    /** Whose link this is; empty when it is unknown, used or too old. */
    public Optional<Agent> find(String token) {
        return rows.byInvite(token).map(AgentRow::toAgent);
    }

    public Agent accept(String token, String name, String password) {
        AgentRow agent = rows.byInvite(token).orElseThrow(() -> new Refused("dead-link"));
        agent.name = AgentRows.name(name);
        agent.password = passwords.hash(agent.login, password);
        agent.inviteHash = null;
        agent.inviteExpiresAt = null;
        staff.endSessions(agent, "password chosen");
        return agent.toAgent();
    }

    private Invitation link(AgentRow agent) {
        Tokens made = Tokens.make();
        agent.inviteHash = made.hash();
        agent.inviteExpiresAt = rows.now().plusDays(DAYS);
        return new Invitation(agent.toAgent(), made.token());
    }
}
