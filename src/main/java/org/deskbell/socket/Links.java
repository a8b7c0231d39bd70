package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.staff.AgentId;

/** The links that are open over HTTP, by their secret. */
@ApplicationScoped
public class Links {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Link> open = new ConcurrentHashMap<>();

    @Inject
    private Reception reception;

    @Inject
    private Connections connections;

    /** A connection and its way back. {@code agent}: whose it is, null for a visitor's. */
    record Link(Connection connection, HttpLink wire, boolean desk, AgentId agent) {}

    /** A new link's secret; null where there are too many connections. */
    String open(Guest guest, boolean desk) {
        open.values().removeIf(link -> link.connection().isOver() && stale(link));
        HttpLink wire = new HttpLink();
        Connection connection = reception.link(guest, desk, wire);
        if (connection == null) return null;
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        open.put(secret, new Link(connection, wire, desk, agent(guest)));
        return secret;
    }

    /** Null where there is none of this kind with this secret, or it is another agent's. */
    Link find(String secret, boolean desk, Guest guest) {
        Link link = secret == null ? null : open.get(secret);
        boolean his = link != null && link.desk() == desk && Objects.equals(link.agent(), agent(guest));
        return his ? link : null;
    }

    private static AgentId agent(Guest guest) {
        return guest.agent() == null ? null : guest.agent().id();
    }

    /** One that is over is kept for a minute, so that its client learns why. */
    private boolean stale(Link link) {
        connections.remove(link.connection());
        return System.nanoTime() - link.connection().heard() > 60_000_000_000L;
    }
}
