package org.deskbell.bench.scale;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Watches a Redis: which words were published since it began, and how many heard them. */
final class WordWatch implements AutoCloseable {
    private static final Pattern PUBLISHED = Pattern.compile("(?i).*\\] \"publish\" \"([^\"]*)\" \"(.*)\"");
    private static final Pattern CALLS = Pattern.compile("cmdstat_publish:calls=(\\d+)");

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> asking;
    private final Socket monitor;
    private final Map<String, Long> words = new ConcurrentHashMap<>();
    private final long before;

    WordWatch(URI redis) {
        client = RedisClient.create(RedisURI.create(redis.getHost(), redis.getPort()));
        asking = client.connect();
        try {
            monitor = new Socket(redis.getHost(), redis.getPort());
            monitor.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(monitor.getInputStream(), StandardCharsets.UTF_8));
            lines.readLine();
            before = calls();
            Thread watching = new Thread(() -> watch(lines), "word-watch");
            watching.setDaemon(true);
            watching.start();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private void watch(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher word = PUBLISHED.matcher(line);
                if (word.matches()) words.merge(word.group(1), 1L, Long::sum);
            }
        } catch (IOException closed) {
            // The watch is over.
        }
    }

    private long calls() {
        Matcher calls = CALLS.matcher(asking.sync().info("commandstats"));
        return calls.find() ? Long.parseLong(calls.group(1)) : 0;
    }

    /** By Redis' own counter. */
    long published() {
        return calls() - before;
    }

    /** If those who listen now listened all the time. */
    long delivered() {
        Map<String, Long> said = new HashMap<>(words);
        if (said.isEmpty()) return 0;
        Map<String, Long> listeners = asking.sync().pubsubNumsub(said.keySet().toArray(String[]::new));
        return said.entrySet().stream()
                .mapToLong(word -> word.getValue() * listeners.getOrDefault(word.getKey(), 0L))
                .sum();
    }

    @Override
    public void close() {
        client.shutdown();
        try {
            monitor.close();
        } catch (IOException gone) {
            // It is closed.
        }
    }
}
