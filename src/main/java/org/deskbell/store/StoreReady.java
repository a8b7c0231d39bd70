package org.deskbell.store;

/**
 * Told once at every start, when the tables are there. Whoever has to do something with the database at start observes
 * this; {@code @Priority} orders them.
 */
public record StoreReady(String epoch) {}
