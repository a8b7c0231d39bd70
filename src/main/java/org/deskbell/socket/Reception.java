package org.deskbell.socket;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.deskbell.operations.Drain;
import org.deskbell.site.Site;

/** Receives whoever connects, by either carrier, and gives him the desk he belongs to. */
@ApplicationScoped
public class Reception {
    /** Who are turned away and not told yet; in a storm of them the others are told at once. */
    private static final int MOST_LEAVING = 500;

    private static final int SECONDS_TO_HELLO = 3;

    @Inject
    private Rooms rooms;

    @Inject
    private Connections connections;

    @Inject
    private Workers workers;

    @Inject
    private Drain drain;

    @Inject
    private SocketMeters meters;

    @Resource
    private ManagedScheduledExecutorService timer;

    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger leaving = new AtomicInteger();

    Caller visitor(Session session) {
        Guest guest = guest(session);
        boolean plain = !Door.PROTOCOL.equals(session.getNegotiatedSubprotocol());
        Connection connection = connection(guest, new SocketWire(session), !plain);
        Caller caller = new Caller(connection, connections::remove);
        if (!admitted(connection, MOST_LEAVING)) return caller;
        if (plain)
            receivePlain(connection, guest, (String) session.getUserProperties().get(Handshake.SITE));
        else connection.attend(new VisitorDesk(connection, rooms, guest.browser()));
        return caller;
    }

    Caller agent(Session session) {
        Guest guest = guest(session);
        Connection connection = connection(guest, new SocketWire(session), true);
        if (admitted(connection, MOST_LEAVING))
            connection.attend(new AgentDesk(connection, rooms, guest.agent(), guest.logIn()));
        return new Caller(connection, connections::remove);
    }

    /** A link of HTTP requests; null where there are too many connections. */
    Connection link(Guest guest, boolean desk, Wire wire) {
        Connection connection = connection(guest, wire, true);
        if (!admitted(connection, 0)) return null;
        connection.attend(
                desk
                        ? new AgentDesk(connection, rooms, guest.agent(), guest.logIn())
                        : new VisitorDesk(connection, rooms, guest.browser()));
        return connection;
    }

    private void receivePlain(Connection connection, Guest guest, String key) {
        Site site = PlainSite.of(key, rooms.sites());
        if (site == null || !site.plainClients()) {
            connection.close(CloseCodes.IDENTITY, "unknown site");
            return;
        }
        PlainDesk desk = new PlainDesk(connection, rooms, site, guest.browser());
        connection.attend(desk);
        desk.welcome();
    }

    private Connection connection(Guest guest, Wire wire, boolean joins) {
        String id = Long.toString(numbers.incrementAndGet(), 36);
        return new Connection(id, guest.address(), wire, joins, workers, meters, System.nanoTime());
    }

    /** Who is not, is told so in a moment, or where more than {@code most} wait for that, now. */
    private boolean admitted(Connection connection, int most) {
        if (drain.on()) turnAway(connection, CloseCodes.RESTART, "moving", most);
        else if (connections.add(connection)) return true;
        else turnAway(connection, CloseCodes.TOO_MANY, "too many connections", most);
        return false;
    }

    private void turnAway(Connection connection, int code, String reason, int most) {
        TurnedAway desk = new TurnedAway(connection, code, reason, leaving::decrementAndGet);
        connection.attend(desk);
        if (leaving.incrementAndGet() > most) desk.tell();
        else timer.schedule(desk::tell, SECONDS_TO_HELLO, TimeUnit.SECONDS);
    }

    private static Guest guest(Session session) {
        session.setMaxIdleTimeout(0);
        return (Guest) session.getUserProperties().get(Handshake.GUEST);
    }
}
