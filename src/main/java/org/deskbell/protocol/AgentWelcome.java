package org.deskbell.protocol;

import java.util.List;
import java.util.Map;

/** You are this agent, who likes his console so and is given up to {@code capacity} open conversations, and the store is this one. {@link #KNOWS}: frames and members that a server of the version before refuses. */
public record AgentWelcome(Colleague agent, String role, String epoch, Map<String, String> preferences, int capacity)
        implements FromServer {
    static final List<String> KNOWS = List.of("hold", "parting", "choices", "join");

    @Override
    public String type() {
        return "welcome";
    }

    @Override
    public void members(Members out) {
        out.object("agent", o -> {
            agent.write(o);
            o.text("role", role);
        });
        out.text("epoch", epoch)
                .texts("preferences", preferences)
                .words("knows", KNOWS)
                .number("capacity", capacity);
    }
}
