package org.deskbell.blackbox;

import org.deskbell.support.Postgres;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;

/** Two nodes on one PostgreSQL, without Redis. */
class AssistanceOnTwoNodesIT extends AcrossNodes {

    private final String store = Postgres.database();

    @Override
    ServerSettings settings() {
        return ServerSettings.fresh().roomy().store(store);
    }

    @Override
    boolean speaks(ServerUnderTest node) {
        return node.log().stream().anyMatch(line -> line.matches(".*Node [0-9a-f]+ is there.*"));
    }
}
