package org.deskbell.site;

/** This site is new or has changed. Observe it {@code AFTER_SUCCESS}; it is told inside the transaction. */
public record SiteChanged(SiteId site) {}
