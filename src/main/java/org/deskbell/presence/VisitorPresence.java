package org.deskbell.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Heard;
import org.deskbell.bus.NodeGone;
import org.deskbell.bus.NodeJoined;
import org.deskbell.bus.Registered;
import org.deskbell.visitor.VisitorId;

/** Which visitors have the chat open on a page right now, served by this node or another. */
@ApplicationScoped
public class VisitorPresence {
    private static final String CAME = "visitor-came";
    private static final String LEFT = "visitor-left";

    private final Map<VisitorId, Integer> connections = new ConcurrentHashMap<>();
    private final Map<String, Set<VisitorId>> elsewhere = new ConcurrentHashMap<>();

    @Inject
    private Bus bus;

    @Inject
    private Event<VisitorCameOrLeft> changes;

    public void arrived(VisitorId visitor) {
        if (connections.merge(visitor, 1, Integer::sum) > 1) return;
        bus.tell(CAME, Long.toString(visitor.value()));
        changes.fire(new VisitorCameOrLeft(visitor, true));
    }

    public void left(VisitorId visitor) {
        Integer rest = connections.computeIfPresent(visitor, (id, count) -> count == 1 ? null : count - 1);
        if (rest != null) return;
        bus.tell(LEFT, Long.toString(visitor.value()));
        changes.fire(new VisitorCameOrLeft(visitor, here(visitor)));
    }

    public boolean here(VisitorId visitor) {
        return connections.containsKey(visitor)
                || elsewhere.values().stream().anyMatch(visitors -> visitors.contains(visitor));
    }

    /** Whether he is connected to this node. */
    boolean served(VisitorId visitor) {
        return connections.containsKey(visitor);
    }

    void onJoined(@Observes NodeJoined node) {
        tellAll();
    }

    /**
     * The others took this node for dead while it lived, and forgot its visitors. What they said of their own meanwhile is deleted, and they say
     * it all again as soon as they see that it is back.
     */
    void onRegistered(@Observes Registered again) {
        for (String node : List.copyOf(elsewhere.keySet())) forget(node);
        tellAll();
    }

    private void tellAll() {
        for (VisitorId visitor : connections.keySet()) bus.tell(CAME, Long.toString(visitor.value()));
    }

    void onHeard(@Observes Heard heard) {
        boolean came = heard.topic().equals(CAME);
        if (!came && !heard.topic().equals(LEFT)) return;
        for (String id : heard.words()) onHeard(heard.node(), came, new VisitorId(Long.parseLong(id)));
    }

    private void onHeard(String node, boolean came, VisitorId visitor) {
        Set<VisitorId> there = elsewhere.computeIfAbsent(node, some -> ConcurrentHashMap.newKeySet());
        boolean changed = came ? there.add(visitor) : there.remove(visitor);
        if (changed) changes.fire(new VisitorCameOrLeft(visitor, here(visitor)));
    }

    void onGone(@Observes NodeGone node) {
        forget(node.node());
    }

    private void forget(String node) {
        Set<VisitorId> lost = elsewhere.remove(node);
        if (lost == null) return;
        for (VisitorId visitor : lost) changes.fire(new VisitorCameOrLeft(visitor, here(visitor)));
    }
}
