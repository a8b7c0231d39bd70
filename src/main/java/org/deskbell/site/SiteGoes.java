package org.deskbell.site;

/**
 * This site is about to be deleted. Told inside the transaction: who has something that must stay refuses
 * {@code site-used} at {@link #REFUSAL}, who has something that goes with it deletes it after that.
 */
public record SiteGoes(SiteId site) {
    /** The priority of observers that may refuse: before those that delete. */
    public static final int REFUSAL = 1_000;
}
