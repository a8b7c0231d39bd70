package org.deskbell.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Heard;
import org.deskbell.bus.Neighbours;
import org.deskbell.bus.NodeGone;
import org.deskbell.bus.Registered;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;

/**
 * Which agents are really there, on this node or another. An agent whose last console closed stays for a grace of some seconds, so that
 * a reload is not a departure; one who logged out or whose connection was found dead is gone at once. Whether he is on another node
 * is asked of the store in the moment it counts.
 */
@ApplicationScoped
public class AgentPresence {
    /** After a restart of the server: time for the consoles to come back. */
    private static final Duration AFTER_RESTART = Duration.ofSeconds(45);

    private static final String TOPIC = "agents";

    private final Map<AgentId, Integer> connections = new ConcurrentHashMap<>();
    private final Map<AgentId, Instant> lingering = new ConcurrentHashMap<>();
    private final Map<AgentId, Instant> expected = new ConcurrentHashMap<>();
    private final Map<AgentId, Instant> back = new ConcurrentHashMap<>();
    private volatile Set<AgentId> elsewhere = Set.of();

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    @Inject
    private Neighbours neighbours;

    @Inject
    private Bus bus;

    @Inject
    private AgentRoll roll;

    @Inject
    private Event<AgentsChanged> changes;

    /** A console opened. Other nodes do not know before {@link #enter}. */
    public void arrived(AgentId agent) {
        synchronized (this) {
            int consoles = connections.merge(agent, 1, Integer::sum);
            boolean lingered = lingering.remove(agent) != null;
            boolean awaited = expected.remove(agent) != null;
            boolean returns = lingered || awaited || elsewhere.contains(agent);
            if (consoles == 1 && returns) back.put(agent, clock.instant());
        }
        changes.fire(new AgentsChanged());
    }

    /** Lets the other nodes know that he is here, if he still is. Asks the store: not for a thread that must not wait, nor under a lock. */
    public void enter(AgentId agent) {
        if (!connections.containsKey(agent)) return;
        roll.enter(agent);
        // He may have gone meanwhile, and nobody would take him off again.
        if (!connections.containsKey(agent) && !lingering.containsKey(agent)) roll.leave(agent);
        bus.tell(TOPIC, "changed");
    }

    /** A console closed; {@code atOnce}: its agent will not come back by himself. */
    public synchronized void left(AgentId agent, boolean atOnce) {
        Integer rest = connections.computeIfPresent(agent, (id, count) -> count == 1 ? null : count - 1);
        if (rest != null) return;
        Duration grace = atOnce ? Duration.ZERO : Duration.ofSeconds(settings.number(Setting.PRESENCE_GRACE));
        lingering.put(agent, clock.instant().plus(grace));
    }

    /** This agent has conversations and may come back: he has some time before he loses them. */
    public void expect(AgentId agent) {
        expect(agent, AFTER_RESTART);
    }

    /** The same, for so long. */
    public synchronized void expect(AgentId agent, Duration time) {
        if (!connections.containsKey(agent))
            expected.putIfAbsent(agent, clock.instant().plus(time));
    }

    /** Whether he is neither here nor on another node, nor waited for. */
    public boolean missing(AgentId agent) {
        return !connections.containsKey(agent)
                && !lingering.containsKey(agent)
                && !expected.containsKey(agent)
                && !elsewhere.contains(agent);
    }

    /** Whether he has a console open, here or, as far as was known a second ago, on another node. */
    public boolean looks(AgentId agent) {
        return connections.containsKey(agent) || elsewhere.contains(agent);
    }

    /** Those who have a console on this node, open at this moment. */
    public Set<AgentId> here() {
        return Set.copyOf(connections.keySet());
    }

    /** Since when he is back on this node, after a break, a restart or from another node; null where he was here all the time. */
    public Instant back(AgentId agent) {
        return back.get(agent);
    }

    /** An agent's chosen status is another now. */
    public void statusChosen() {
        tell();
    }

    /** Those whose time has run out since the last call: they are gone from now on. To be called every second. */
    public List<AgentId> gone() {
        lookElsewhere();
        List<AgentId> over = over();
        if (over.isEmpty()) return over;
        for (AgentId agent : over) strikeOff(agent);
        lookElsewhere();
        tell();
        return over.stream()
                .filter(agent -> !connections.containsKey(agent) && !elsewhere.contains(agent))
                .toList();
    }

    private synchronized List<AgentId> over() {
        Instant now = clock.instant();
        List<AgentId> over = new ArrayList<>();
        for (Map<AgentId, Instant> waiting : List.of(lingering, expected)) {
            waiting.forEach((agent, until) -> {
                boolean out = !until.isAfter(now) && waiting.remove(agent, until);
                if (!out || connections.containsKey(agent)) return;
                over.add(agent);
                back.remove(agent);
            });
        }
        return over;
    }

    private void strikeOff(AgentId agent) {
        try {
            roll.leave(agent);
            // He may have come in between.
            if (connections.containsKey(agent)) roll.enter(agent);
        } catch (IllegalStateException notNow) {
            synchronized (this) {
                lingering.putIfAbsent(agent, clock.instant());
            }
            throw notNow;
        }
    }

    private void lookElsewhere() {
        Set<AgentId> before = elsewhere;
        elsewhere = neighbours.alone() ? Set.of() : roll.elsewhere();
        if (!elsewhere.equals(before)) changes.fire(new AgentsChanged());
    }

    void onRegistered(@Observes Registered again) {
        roll.enterAll(connections.keySet());
    }

    /** A node died: its agents had all the time until now to come to another. */
    void onGone(@Observes NodeGone node) {
        if (!node.ours()) return;
        Set<AgentId> lost = roll.on(node.node());
        synchronized (this) {
            for (AgentId agent : lost) {
                if (!connections.containsKey(agent)) lingering.putIfAbsent(agent, clock.instant());
            }
        }
        roll.strike(node.node());
    }

    void onHeard(@Observes Heard heard) {
        if (heard.topic().equals(TOPIC)) changes.fire(new AgentsChanged());
    }

    private void tell() {
        changes.fire(new AgentsChanged());
        bus.tell(TOPIC, "changed");
    }

    /** What others see: the status he chose while he is there, else {@code offline}. */
    public String statusOf(Agent agent) {
        AgentId id = agent.id();
        boolean here = connections.containsKey(id) || lingering.containsKey(id) || elsewhere.contains(id);
        return here && !agent.disabled() ? agent.status() : "offline";
    }
}
