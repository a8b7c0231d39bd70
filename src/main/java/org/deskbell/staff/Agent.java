package org.deskbell.staff;

import java.io.Serializable;

/**
 * One who answers visitors. {@code status} is what the agent chose: {@code online}, {@code away} or {@code offline};
 * {@code stamp} changes when what he may do changes: a session with another stamp is over.
 */
public record Agent(
        AgentId id, String name, Role role, String login, boolean disabled, String status, int stamp, boolean invited)
        implements Serializable {
    public boolean administrator() {
        return role == Role.ADMINISTRATOR;
    }
}
