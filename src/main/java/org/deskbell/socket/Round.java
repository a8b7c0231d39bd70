package org.deskbell.socket;

import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Delivery of what one transaction wrote: the frames one client gets of it go out joined, since a send costs more than a frame. Used
 * by one thread.
 */
final class Round {
    private static final System.Logger LOG = System.getLogger(Round.class.getName());

    private final Set<Connection> reached = new LinkedHashSet<>();

    void reaches(Connection connection) {
        reached.add(connection);
    }

    void end() {
        for (Connection connection : reached) {
            try {
                connection.flush();
            } catch (RuntimeException | Error bug) {
                LOG.log(Level.ERROR, "Connection " + connection.id() + " got no news; it sees the gap and asks", bug);
            }
        }
    }
}
