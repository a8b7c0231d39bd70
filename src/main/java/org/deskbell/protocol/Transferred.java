package org.deskbell.protocol;

/** It was handed on: to this agent, who has it now, or to this department, where it waits; the other is null. {@code why} is went-offline where nobody did it, else null. For agents alone. */
public record Transferred(Head head, Person agent, Department department, String why) implements EntryFrame {
    @Override
    public String type() {
        return "transferred";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        if (agent != null) out.object("agent", agent::write);
        if (department != null) out.object("department", department::write);
        out.text("why", why);
    }
}
