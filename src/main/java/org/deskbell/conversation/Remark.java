package org.deskbell.conversation;

import java.util.List;
import org.deskbell.staff.AgentId;

/** A note and whom it mentions. The log keeps both in an entry's text: the ids in its first line, the note from the second on. */
public record Remark(List<AgentId> mentioned, String text) {
    /** What {@link #kept} made. */
    public static Remark of(String kept) {
        int line = kept.indexOf('\n');
        return new Remark(Aside.agents(kept.substring(0, line)), kept.substring(line + 1));
    }

    String kept() {
        return Aside.joined(mentioned.stream().map(AgentId::value)) + '\n' + text;
    }
}
