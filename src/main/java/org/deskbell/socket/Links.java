package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The links that are open over HTTP, by their secret. */
@ApplicationScoped
public class Links {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Link> open = new ConcurrentHashMap<>();

    @Inject
    private Reception reception;

    @Inject
    private Connections connections;

    /** A connection and its way back. */
    record Link(Connection connection, HttpLink wire, boolean desk) {}

    /** A new link's secret; null where there are too many connections. */
    String open(Guest guest, boolean desk) {
        open.values().removeIf(link -> link.connection().isOver() && stale(link));
        HttpLink wire = new HttpLink();
        Connection connection = reception.link(guest, desk, wire);
        if (connection == null) return null;
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        open.put(secret, new Link(connection, wire, desk));
        return secret;
    }

    /** Null where there is none of this kind with this secret. */
    Link find(String secret, boolean desk) {
        Link link = secret == null ? null : open.get(secret);
        return link == null || link.desk() != desk ? null : link;
    }

    /** One that is over is kept for a minute, so that its client learns why. */
    private boolean stale(Link link) {
        connections.remove(link.connection());
        return System.nanoTime() - link.connection().heard() > 60_000_000_000L;
    }
}
