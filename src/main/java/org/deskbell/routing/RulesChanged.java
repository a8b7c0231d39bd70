package org.deskbell.routing;

/** A site gives out its conversations in another way, or an agent may be given another number of them. Told inside the transaction. */
record RulesChanged() {}
