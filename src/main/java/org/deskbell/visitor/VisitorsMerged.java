package org.deskbell.visitor;

/**
 * Told inside the transaction in which an unknown visitor turned out to be one his site knows: what belongs to {@code from}
 * is {@code into}'s now.
 */
public record VisitorsMerged(VisitorId from, VisitorId into, String intoPublicId) {}
