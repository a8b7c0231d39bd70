package org.deskbell.visitor;

/** Knows who is on a site now: his visit goes on, however long ago he opened the page. */
public interface Visits {
    /** Whether he is there, or left less than 30 minutes ago, as far as this node knows. */
    boolean goesOn(VisitorId visitor);
}
