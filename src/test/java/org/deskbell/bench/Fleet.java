package org.deskbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;

/** Thousands of WebSocket clients on one thread and one selector, cheap enough not to be what is measured. */
final class Fleet implements AutoCloseable {

    private static final long NAP = 50_000;

    private final Selector selector;
    final ByteBuffer scratch = ByteBuffer.allocateDirect(256 * 1024);
    private int failures;

    Fleet() {
        try {
            selector = Selector.open();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Starts to connect; {@code ears} hears the rest. Headers are whole lines, each with its line end. */
    Ship launch(URI to, String path, String headers, Ship.Ears ears) {
        String host = to.getAuthority();
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            Ship ship = new Ship(
                    this,
                    channel,
                    "GET " + path + " HTTP/1.1\r\nHost: " + host
                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: http://" + host
                            + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                            + headers + "\r\n",
                    ears);
            boolean connected = channel.connect(new InetSocketAddress(to.getHost(), to.getPort()));
            ship.key = channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, ship);
            if (connected) {
                ship.connected();
            }
            return ship;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Answers pings and otherwise waits. */
    void rest(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        sail("a rest", (int) duration.toSeconds() + 10, () -> System.nanoTime() > end);
    }

    /** Turns the wheel until {@code done}; fails after so many seconds. */
    void sail(String what, int seconds, BooleanSupplier done) {
        sail(what, seconds, done, now -> now + 10_000_000);
    }

    /** As above; {@code pulse} does what is due now and says when (in nano time) it wants to be asked again. */
    void sail(String what, int seconds, BooleanSupplier done, LongUnaryOperator pulse) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!done.getAsBoolean()) {
            long now = System.nanoTime();
            if (now > end) {
                throw new IllegalStateException("not done within " + seconds + " s: " + what);
            }
            turn(pulse.applyAsLong(now) - System.nanoTime());
        }
    }

    private void turn(long nanos) {
        try {
            if (nanos >= 1_000_000) {
                selector.select(nanos / 1_000_000);
            } else if (selector.selectNow() == 0 && nanos > 0) {
                // Not in a circle: it would take one of the cores from the server.
                LockSupport.parkNanos(Math.min(nanos, NAP));
                selector.selectNow();
            }
            for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); keys.remove()) {
                serve(keys.next());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(SelectionKey key) {
        Ship ship = (Ship) key.attachment();
        try {
            if (key.isValid() && key.isConnectable()) {
                ship.finishConnect();
            }
            if (key.isValid() && key.isWritable()) {
                ship.flush();
            }
            if (key.isValid() && key.isReadable()) {
                ship.read();
            }
        } catch (IOException broken) {
            failures++;
            ship.sink(1006);
        }
    }

    int failures() {
        return failures;
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException ignored) {
            // The bench is over.
        }
    }
}
