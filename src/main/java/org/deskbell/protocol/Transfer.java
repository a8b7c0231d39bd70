package org.deskbell.protocol;

/** Hand it on: to an {@code agent} or to a {@code department}, the other is null. */
public record Transfer(String conversation, String ref, String agent, String department) implements FromAgent {
    public Transfer {
        Checks.ref(ref);
        if ((agent == null) == (department == null)) throw new BadFrame("malformed", "to an agent or to a department");
        if (agent != null) Checks.id("agent", agent);
        if (department != null) Checks.id("department", department);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.transfer(this);
    }
}
