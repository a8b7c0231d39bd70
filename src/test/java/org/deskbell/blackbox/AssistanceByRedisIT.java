package org.deskbell.blackbox;

import org.deskbell.support.Postgres;
import org.deskbell.support.Redis;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;

/** Two nodes on one PostgreSQL, with Redis between them. */
class AssistanceByRedisIT extends AcrossNodes {

    private final String store = Postgres.database();
    private final Redis redis = new Redis();

    @Override
    ServerSettings settings() {
        return ServerSettings.fresh()
                .roomy()
                .store(store)
                .with("deskbell.redis", "redis://localhost:" + redis.address().getPort());
    }

    @Override
    boolean speaks(ServerUnderTest node) {
        return node.log().stream().anyMatch(line -> line.matches(".*Node [0-9a-f]+ is there.*"))
                && new WebSession(node.address())
                        .get("health/metrics")
                        .body()
                        .lines()
                        .anyMatch(line -> line.equals("deskbell_redis 1.0"));
    }

    @AfterAll
    void stopRedis() {
        redis.close();
    }
}
