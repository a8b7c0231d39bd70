package org.deskbell.blackbox;

import org.deskbell.support.TwoNodes;

/** Two nodes on one PostgreSQL, with Redis between them. */
class AssistanceByRedisIT extends AcrossNodes {

    AssistanceByRedisIT() {
        super(TwoNodes.Line.REDIS);
    }
}
