package org.deskbell.routing;

/** How a site's conversations are given out; {@code sticky}: first to the agent the visitor talked to last. */
public record Rule(Way way, boolean sticky) {
    public static final Rule USUAL = new Rule(Way.PICK, false);

    /** Whether anything is given by itself. */
    boolean assigns() {
        return way != Way.PICK;
    }
}
