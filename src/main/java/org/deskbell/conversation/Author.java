package org.deskbell.conversation;

import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/** Who did it; {@code id} is that of the visitor, agent or site; {@code name} may be null. */
public record Author(Side side, long id, String name) {
    public static Author visitor(VisitorId id, String name) {
        return new Author(Side.VISITOR, id.value(), name);
    }

    public static Author agent(AgentId id, String name) {
        return new Author(Side.AGENT, id.value(), name);
    }
}
