package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Heard;
import org.deskbell.protocol.Prefer;
import org.deskbell.protocol.Preferred;
import org.deskbell.settings.Refused;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Preferences;

/** Keeps how an agent likes his console, and tells all consoles of his, on every node. */
@ApplicationScoped
public class Preferring {
    private static final String TOPIC = "preferred";

    @Inject
    private Preferences preferences;

    @Inject
    private Connections connections;

    @Inject
    private Workers workers;

    @Inject
    private Bus bus;

    Map<String, String> of(AgentId agent) {
        return preferences.of(agent);
    }

    void choose(AgentDesk by, Prefer prefer) {
        try {
            preferences.choose(by.agentId(), prefer.name(), prefer.choice());
        } catch (Refused refused) {
            by.connection().send(Frames.refused("prefer", prefer.ref(), refused.reason()));
            return;
        }
        tell(by.agentId(), by, prefer.ref());
        bus.tell(TOPIC, Long.toString(by.agentId().value()));
    }

    /** Of two that were chosen at once, all consoles hear last what the store has: it is read inside. */
    private synchronized void tell(AgentId agent, AgentDesk asked, String ref) {
        Map<String, String> now = preferences.of(agent);
        for (AgentDesk desk : connections.of(agent)) {
            desk.connection().send(new Preferred(now, desk == asked ? ref : null));
        }
    }

    void onHeard(@Observes Heard heard) {
        if (!heard.topic().equals(TOPIC)) return;
        for (String word : heard.words()) {
            AgentId agent = new AgentId(Long.parseLong(word));
            if (!connections.of(agent).isEmpty()) workers.offer(() -> tell(agent, null, null));
        }
    }
}
