package org.deskbell.protocol;

/**
 * This agent has it now; {@code assigned}: he was given it; {@code from}: from whom he took it over, else null. Agents alone are told either.
 */
public record Claimed(Head head, boolean assigned, Person from) implements EntryFrame {
    /** To a visitor: somebody is there. */
    public static Claimed by(Head head) {
        return new Claimed(head, false, null);
    }

    @Override
    public String type() {
        return "claimed";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        if (assigned) out.flag("assigned", true);
        if (from != null) out.object("from", from::write);
    }
}
