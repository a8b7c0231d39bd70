package org.deskbell.protocol;

import java.util.List;

/** Is somebody there, and who. */
public record Presence(boolean online, List<Person> agents) implements FromServer {
    @Override
    public String type() {
        return "presence";
    }

    @Override
    public void members(Members out) {
        out.flag("online", online).list("agents", agents, Person::write);
    }
}
