package org.deskbell.bus;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Two connections to Redis, one to speak and one to listen. Nothing here waits, and what cannot be sent now is dropped. */
final class RedisLine {
    private static final System.Logger LOG = System.getLogger(RedisLine.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final int UNANSWERED = 10_000;

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI address;
    private final Consumer<String> arrive;
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private volatile StatefulRedisConnection<String, String> mouth;
    private volatile StatefulRedisPubSubConnection<String, String> ear;
    private boolean dialling;

    /** @param arrive is told each message, on a thread that must not wait */
    RedisLine(String address, Consumer<String> arrive) {
        this.address = RedisURI.create(address);
        this.address.setTimeout(PATIENCE);
        this.arrive = arrive;
        resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(Delay.fullJitter(Duration.ofMillis(100), LONGEST_PAUSE, 100, TimeUnit.MILLISECONDS))
                .build();
        client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(UNANSWERED)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                .build());
    }

    void subscribe(String channel) {
        StatefulRedisPubSubConnection<String, String> by = ear;
        if (by != null) quietly(() -> by.async().subscribe(channel));
    }

    void unsubscribe(String channel) {
        StatefulRedisPubSubConnection<String, String> by = ear;
        if (by != null) quietly(() -> by.async().unsubscribe(channel));
    }

    void publish(String channel, String message) {
        StatefulRedisConnection<String, String> by = mouth;
        if (by != null) quietly(() -> by.async().publish(channel, message));
    }

    /** Dials where there is no connection yet (Lettuce comes again by itself later), and subscribes what is not confirmed. */
    void tend(Set<String> wanted) {
        dial();
        StatefulRedisPubSubConnection<String, String> by = ear;
        if (by == null) return;
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(confirmed);
        Set<String> extra = new HashSet<>(confirmed);
        extra.removeAll(wanted);
        if (!missing.isEmpty()) quietly(() -> by.async().subscribe(missing.toArray(String[]::new)));
        if (!extra.isEmpty()) quietly(() -> by.async().unsubscribe(extra.toArray(String[]::new)));
    }

    private synchronized void dial() {
        if (dialling || ear != null && mouth != null) return;
        dialling = true;
        CompletionStage<?> dialled = ear == null
                ? client.connectPubSubAsync(StringCodec.UTF8, address).thenAccept(this::hear)
                : client.connectAsync(StringCodec.UTF8, address).thenAccept(speaking -> mouth = speaking);
        dialled.whenComplete((done, failure) -> dialled(failure));
    }

    private void hear(StatefulRedisPubSubConnection<String, String> listening) {
        confirmed.clear();
        listening.addListener(new Listener());
        ear = listening;
    }

    private void dialled(Throwable failure) {
        synchronized (this) {
            dialling = false;
        }
        if (failure == null) dial();
        else LOG.log(Level.DEBUG, "Redis cannot be reached", failure);
    }

    /** Gives up connections on which nobody answers; the next {@link #tend} dials anew. */
    synchronized void hangUp() {
        if (ear != null) ear.closeAsync();
        if (mouth != null) mouth.closeAsync();
        ear = null;
        mouth = null;
        confirmed.clear();
    }

    /** What is refused here is refused because the connection is down, or too much waits: it may be lost. */
    private static void quietly(Supplier<CompletionStage<?>> command) {
        try {
            command.get();
        } catch (RuntimeException down) {
            LOG.log(Level.DEBUG, "Not sent to Redis", down);
        }
    }

    void close() {
        client.shutdownAsync(0, 2, TimeUnit.SECONDS).join();
        resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
    }

    private final class Listener extends RedisPubSubAdapter<String, String> {
        @Override
        public void message(String channel, String message) {
            arrive.accept(message);
        }

        @Override
        public void subscribed(String channel, long count) {
            confirmed.add(channel);
        }

        @Override
        public void unsubscribed(String channel, long count) {
            confirmed.remove(channel);
        }
    }
}
