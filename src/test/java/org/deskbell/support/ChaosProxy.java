package org.deskbell.support;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy in user space that does to connections what networks do: delays, throttles, swallows, cuts in the middle of
 * a frame, closes one half, resets, refuses, repeats. What it does by chance comes from its seed alone.
 */
public final class ChaosProxy implements Closeable {

    /** What happens to the bytes of all connections, present and future. */
    record Weather(
            long delayMillis,
            long jitterMillis,
            double loss,
            int bytesPerSecond,
            boolean swallows,
            boolean refusesUpgrade,
            boolean repeats) {
        static final Weather FAIR = new Weather(0, 0, 0, 0, false, false, false);

        Weather delay(long millis, long jitter) {
            return new Weather(millis, jitter, loss, bytesPerSecond, swallows, refusesUpgrade, repeats);
        }

        Weather lose(double share) {
            return new Weather(delayMillis, jitterMillis, share, bytesPerSecond, swallows, refusesUpgrade, repeats);
        }

        Weather throttle(int bytes) {
            return new Weather(delayMillis, jitterMillis, loss, bytes, swallows, refusesUpgrade, repeats);
        }

        Weather swallow() {
            return new Weather(delayMillis, jitterMillis, loss, bytesPerSecond, true, refusesUpgrade, repeats);
        }

        Weather refuseUpgrade() {
            return new Weather(delayMillis, jitterMillis, loss, bytesPerSecond, swallows, true, repeats);
        }

        Weather repeat() {
            return new Weather(delayMillis, jitterMillis, loss, bytesPerSecond, swallows, refusesUpgrade, true);
        }
    }

    private volatile URI upstream;
    private final SplittableRandom dice;
    private final ServerSocket door;
    private final Set<ChaosLine> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicLong passed = new AtomicLong();
    private volatile Weather weather = Weather.FAIR;
    private volatile boolean refuses;
    private volatile long cutAfter = -1;

    public ChaosProxy(URI upstream, long seed) {
        this.upstream = upstream;
        this.dice = new SplittableRandom(seed);
        try {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Net.daemon("chaos-door").newThread(this::listen).start();
    }

    /** The server's address as its clients should see it through this proxy. */
    public URI address() {
        return URI.create("http://localhost:" + door.getLocalPort() + "/");
    }

    /** Connections from now on go to another server, as a balancer does it. */
    public void leadTo(URI another) {
        upstream = another;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                accepted.incrementAndGet();
                if (refuses) {
                    client.setSoLinger(true, 0);
                    client.close();
                } else {
                    lines.add(new ChaosLine(this, client, split()).start());
                }
            } catch (IOException closing) {
                // Either the proxy ends or one client has left already; the next one is waited for.
            }
        }
    }

    private synchronized SplittableRandom split() {
        return dice.split();
    }

    InetSocketAddress target() {
        return new InetSocketAddress(upstream.getHost(), upstream.getPort());
    }

    Weather weather() {
        return weather;
    }

    long cutAfter() {
        return cutAfter;
    }

    void over(ChaosLine line) {
        lines.remove(line);
    }

    /** Holds back each piece by this long, plus a random part of the jitter; order is kept. */
    public void delay(Duration each, Duration jitter) {
        weather = weather.delay(each.toMillis(), jitter.toMillis());
    }

    /** This share of the pieces is lost and comes when TCP has sent them again, and what follows waits for them: 200 ms, doubled each time. */
    public void lose(double share) {
        weather = weather.lose(share);
    }

    /** At most this many bytes a second, in each direction of each connection. */
    public void throttle(int bytesPerSecond) {
        weather = weather.throttle(bytesPerSecond);
    }

    /** Half-open: everything is swallowed from now on, and nobody is told. */
    public void blackhole() {
        weather = weather.swallow();
    }

    /** Answers a WebSocket upgrade with 403, as some corporate proxies do, and lets plain HTTP pass. */
    public void refuseUpgrade() {
        weather = weather.refuseUpgrade();
    }

    /** Everything a client sends on a new connection reaches the server a second time, on a second connection. */
    public void repeatConnections() {
        weather = weather.repeat();
    }

    /** New connections are reset. */
    public void refuse() {
        refuses = true;
    }

    /** Each new connection is cut after a random number of bytes up to {@code bytes}: mostly in the middle of a frame. */
    public void cutWithin(long bytes) {
        cutAfter = bytes;
    }

    /** Fair weather again; connections whose bytes were swallowed are dropped for good, as after a dead link. */
    public void heal() {
        boolean swallowed = weather.swallows;
        weather = Weather.FAIR;
        refuses = false;
        cutAfter = -1;
        if (swallowed) {
            lines.forEach(ChaosLine::forget);
        }
    }

    /** Ends all connections in order. */
    public void cutAll() {
        lines.forEach(ChaosLine::cut);
    }

    /** Resets all connections. */
    public void resetAll() {
        lines.forEach(ChaosLine::reset);
    }

    /** Closes the way from client to server and leaves the other open. */
    public void halfCloseAll() {
        lines.forEach(ChaosLine::halfClose);
    }

    /** Resets each connection with this probability. */
    public void resetSome(double probability) {
        lines.forEach(line -> {
            if (chance(probability)) {
                line.reset();
            }
        });
    }

    private synchronized boolean chance(double probability) {
        return dice.nextDouble() < probability;
    }

    public int open() {
        return lines.size();
    }

    void passed(int bytes) {
        passed.addAndGet(bytes);
    }

    /** Bytes that went through, both ways together. */
    public long passed() {
        return passed.get();
    }

    public int accepted() {
        return accepted.get();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException ignored) {
            // It is closed either way.
        }
        lines.forEach(ChaosLine::reset);
    }
}
