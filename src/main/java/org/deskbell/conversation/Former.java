package org.deskbell.conversation;

import org.deskbell.staff.AgentId;

/** From whom an agent took a conversation over. */
public record Former(AgentId agent, String name) {
    private static final String FROM = "from ";

    /** As the log keeps it. */
    String kept() {
        return FROM + agent + " " + name;
    }

    /** Null of anything but a claim by which a conversation was taken over. */
    public static Former of(Entry entry) {
        boolean says = entry.kind() == Kind.CLAIMED && entry.text() != null;
        if (!says || !entry.text().startsWith(FROM)) return null;
        String[] parts = entry.text().substring(FROM.length()).split(" ", 2);
        return new Former(new AgentId(Long.parseLong(parts[0])), parts[1]);
    }
}
