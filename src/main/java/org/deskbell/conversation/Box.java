package org.deskbell.conversation;

import org.deskbell.staff.AgentId;

/** Which conversations of the list: {@code owner} null for everybody's, {@code unowned} for those nobody has. Those that sleep are in a box of their own. */
public record Box(boolean open, boolean asleep, AgentId owner, boolean unowned) {
    /** By the word for it on the wire; {@code me} is whose {@code mine} are. */
    public static Box of(String word, AgentId me) {
        return new Box(
                !word.equals("closed"),
                word.equals("snoozed"),
                word.equals("mine") ? me : null,
                word.equals("unassigned"));
    }
}
