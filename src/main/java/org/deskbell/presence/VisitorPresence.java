package org.deskbell.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.visitor.VisitorId;

/** Which visitors have the chat open on a page right now. */
@ApplicationScoped
public class VisitorPresence {
    private final Map<VisitorId, Integer> connections = new ConcurrentHashMap<>();

    @Inject
    private Event<VisitorCameOrLeft> changes;

    public void arrived(VisitorId visitor) {
        if (connections.merge(visitor, 1, Integer::sum) == 1) changes.fire(new VisitorCameOrLeft(visitor, true));
    }

    public void left(VisitorId visitor) {
        Integer rest = connections.computeIfPresent(visitor, (id, count) -> count == 1 ? null : count - 1);
        if (rest == null) changes.fire(new VisitorCameOrLeft(visitor, false));
    }

    public boolean here(VisitorId visitor) {
        return connections.containsKey(visitor);
    }
}
