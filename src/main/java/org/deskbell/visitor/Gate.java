package org.deskbell.visitor;

/** Who may become a new visitor: asked before one is made, so that guessing and flooding leave no rows. */
public interface Gate {
    /** Lets everybody in. */
    Gate OPEN = wrongSecret -> true;

    /** @param wrongSecret whether he showed a secret nobody knows; otherwise he showed none */
    boolean admits(boolean wrongSecret);
}
