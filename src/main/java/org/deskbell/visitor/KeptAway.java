package org.deskbell.visitor;

/** Who has to stay away for a while because he flooded, for those who do not hold his connection. */
public interface KeptAway {
    /** Whether whoever shows this secret has to wait still. */
    boolean bansSecret(String token);
}
