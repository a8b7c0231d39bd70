package org.deskbell.support;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Two nodes on one PostgreSQL that know each other, with Redis between them or without. */
public final class TwoNodes implements AutoCloseable {

    /** By what they tell each other what is not kept. */
    public enum Line {
        DATABASE,
        REDIS
    }

    private final String store = Postgres.database();
    private final Redis redis;
    private final List<ServerUnderTest> both;

    private TwoNodes(Line line) {
        redis = line == Line.REDIS ? new Redis() : null;
        try {
            both = ServerUnderTest.together(settings(), settings());
        } catch (AssertionError failed) {
            if (redis != null) redis.close();
            throw failed;
        }
        Await.until("they know each other", () -> both.stream().allMatch(this::speaks));
    }

    public static TwoNodes by(Line line) {
        return new TwoNodes(line);
    }

    public URI a() {
        return both.get(0).address();
    }

    public URI b() {
        return both.get(1).address();
    }

    private ServerSettings settings() {
        ServerSettings settings = ServerSettings.fresh().roomy().store(store);
        return redis == null
                ? settings
                : settings.with(
                        "deskbell.redis", "redis://localhost:" + redis.address().getPort());
    }

    private boolean speaks(ServerUnderTest node) {
        return node.log().stream().anyMatch(line -> line.matches(".*Node [0-9a-f]+ is there.*"))
                && (redis == null || figures(node).anyMatch("deskbell_redis 1.0"::equals));
    }

    private static Stream<String> figures(ServerUnderTest node) {
        return new WebSession(node.address()).get("health/metrics").body().lines();
    }

    @Override
    public void close() {
        both.forEach(ServerUnderTest::close);
        if (redis != null) redis.close();
    }
}
