package org.deskbell.support;

import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import redis.embedded.RedisServer;

/** A real Redis on a port of its own, which can be stopped and started again. */
public final class Redis implements AutoCloseable {

    private final int port = Net.freePort();
    private RedisServer server;

    public Redis() {
        start();
    }

    public void start() {
        try {
            server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    public void stop() {
        try {
            server.stop();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** For a proxy before it. */
    public URI address() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** The channels somebody listens on, by a pattern of Redis. */
    public List<String> channels(String pattern) {
        try (Visit visit = new Visit()) {
            return visit.connection.sync().pubsubChannels(pattern);
        }
    }

    /** Ends all connections that listen, as its keep-alive does to those whose other end is gone without a word. */
    public void dropListeners() {
        try (Visit visit = new Visit()) {
            visit.client.connect().sync().clientKill(KillArgs.Builder.typePubsub());
        }
    }

    /** Says everything that is said on these channels once more, some of it late: duplicates, out of order. */
    public Visit repeatEverything(String pattern, long seed) {
        Visit visit = new Visit();
        StatefulRedisConnection<String, String> mouth = visit.client.connect();
        SplittableRandom dice = new SplittableRandom(seed);
        Set<String> repeated = ConcurrentHashMap.newKeySet();
        visit.connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String matched, String channel, String message) {
                if (!repeated.add(channel + message)) return;
                Net.CLOCK.schedule(
                        () -> mouth.async().publish(channel, message), dice.nextLong(500), TimeUnit.MILLISECONDS);
            }
        });
        visit.connection.sync().psubscribe(pattern);
        return visit;
    }

    @Override
    public void close() {
        stop();
    }

    /** Somebody else on this Redis, until he is closed. */
    public final class Visit implements AutoCloseable {
        private final RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", port));
        private final StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub();

        @Override
        public void close() {
            client.shutdown();
        }
    }
}
