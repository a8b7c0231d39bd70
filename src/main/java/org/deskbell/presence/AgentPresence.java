package org.deskbell.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;

/**
 * Which agents are really there. An agent whose last console closed stays for a grace of some seconds, so that a reload is
 * not a departure; one who logged out or whose connection was found dead is gone at once.
 */
@ApplicationScoped
public class AgentPresence {
    /** After a restart of the server: time for the consoles to come back. */
    private static final Duration AFTER_RESTART = Duration.ofSeconds(45);

    private final Map<AgentId, Integer> connections = new ConcurrentHashMap<>();
    private final Map<AgentId, Instant> lingering = new ConcurrentHashMap<>();
    private final Map<AgentId, Instant> expected = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    @Inject
    private Event<AgentsChanged> changes;

    public synchronized void arrived(AgentId agent) {
        connections.merge(agent, 1, Integer::sum);
        lingering.remove(agent);
        expected.remove(agent);
        changes.fire(new AgentsChanged());
    }

    /** A console closed; {@code atOnce}: its agent will not come back by himself. */
    public synchronized void left(AgentId agent, boolean atOnce) {
        Integer rest = connections.computeIfPresent(agent, (id, count) -> count == 1 ? null : count - 1);
        if (rest != null) return;
        Duration grace = atOnce ? Duration.ZERO : Duration.ofSeconds(settings.number(Setting.PRESENCE_GRACE));
        lingering.put(agent, clock.instant().plus(grace));
    }

    /** The server has just started and this agent has conversations: he has some time to come back before he loses them. */
    public synchronized void expect(AgentId agent) {
        if (!connections.containsKey(agent)) expected.put(agent, clock.instant().plus(AFTER_RESTART));
    }

    /** An agent's chosen status is another now. */
    public void statusChosen() {
        changes.fire(new AgentsChanged());
    }

    /** Those whose time has run out since the last call: they are gone from now on. */
    public synchronized List<AgentId> gone() {
        Instant now = clock.instant();
        List<AgentId> gone = new ArrayList<>();
        for (Map<AgentId, Instant> waiting : List.of(lingering, expected)) {
            waiting.forEach((agent, until) -> {
                boolean over = !until.isAfter(now) && waiting.remove(agent, until);
                if (over && !connections.containsKey(agent)) gone.add(agent);
            });
        }
        if (!gone.isEmpty()) changes.fire(new AgentsChanged());
        return gone;
    }

    /** What others see: the status he chose while he is there, else {@code offline}. */
    public String statusOf(Agent agent) {
        boolean here = connections.containsKey(agent.id()) || lingering.containsKey(agent.id());
        return here && !agent.disabled() ? agent.status() : "offline";
    }
}
