package org.deskbell.protocol;

/** You are this agent, and the store is this one. */
public record AgentWelcome(Colleague agent, String role, String epoch) implements FromServer {
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
        out.text("epoch", epoch);
    }
}
