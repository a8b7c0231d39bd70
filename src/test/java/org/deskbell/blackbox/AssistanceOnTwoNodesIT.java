package org.deskbell.blackbox;

import org.deskbell.support.TwoNodes;

/** Two nodes on one PostgreSQL, without Redis. */
class AssistanceOnTwoNodesIT extends AcrossNodes {

    AssistanceOnTwoNodesIT() {
        super(TwoNodes.Line.DATABASE);
    }
}
