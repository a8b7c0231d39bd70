package org.deskbell.answers;

import java.io.Serializable;
import java.util.List;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;

/**
 * A text to be used again. {@code owner} is whose own it is, null where all agents share it; {@code site} the one a shared one is for, null
 * for all; {@code text} may hold {@link Variables}; {@code choices} are what it offers to answer with; {@code steps} follow it; {@code version} counts its changes.
 */
public record Answer(
        long id,
        AgentId owner,
        SiteId site,
        String shortcut,
        String title,
        String text,
        List<String> choices,
        Steps steps,
        int version)
        implements Serializable {
    public Answer {
        choices = List.copyOf(choices);
    }

    public boolean shared() {
        return owner == null;
    }
}
