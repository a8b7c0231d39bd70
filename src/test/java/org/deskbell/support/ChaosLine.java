package org.deskbell.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One connection through the chaos proxy: a pump for each direction, and the ways to end it. */
final class ChaosLine {

    private static final int PIECE = 4096;
    private static final long RETRANSMISSION = 200;

    private final ChaosProxy proxy;
    private final Socket client;
    private final SplittableRandom dice;
    private final AtomicLong budget;
    private volatile Socket server;
    private volatile Socket echo;
    private volatile boolean forgotten;

    ChaosLine(ChaosProxy proxy, Socket client, SplittableRandom dice) {
        this.proxy = proxy;
        this.client = client;
        this.dice = dice;
        this.budget = new AtomicLong(proxy.cutAfter() < 0 ? Long.MAX_VALUE : 1 + dice.nextLong(proxy.cutAfter()));
    }

    ChaosLine start() {
        Net.daemon("chaos-up").newThread(this::up).start();
        return this;
    }

    private void up() {
        try {
            client.setTcpNoDelay(true);
            server = dial();
            if (proxy.weather().repeats()) {
                echo = dial();
                Net.daemon("chaos-echo").newThread(() -> drain(echo)).start();
            }
            Net.daemon("chaos-down").newThread(this::down).start();
            pump(client, server, true);
        } catch (IOException unreachable) {
            reset();
        }
    }

    private Socket dial() throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(proxy.target(), 5_000);
        return socket;
    }

    private void down() {
        try {
            pump(server, client, false);
        } catch (IOException broken) {
            reset();
        }
    }

    private void pump(Socket from, Socket to, boolean upwards) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] piece = new byte[PIECE];
        int length = in.read(piece);
        while (length >= 0) {
            if (upwards && refused(piece, length)) {
                return;
            }
            weather(length);
            if (!forgotten && !proxy.weather().swallows() && !pass(piece, length, out, upwards)) {
                return;
            }
            length = in.read(piece);
        }
        finish(to);
    }

    /** Writes a piece, or only its beginning where the line has to break; false when it broke. */
    private boolean pass(byte[] piece, int length, OutputStream out, boolean upwards) throws IOException {
        long left = budget.addAndGet(-length);
        int passing = left >= 0 ? length : (int) Math.max(0, length + left);
        out.write(piece, 0, passing);
        out.flush();
        proxy.passed(passing);
        repeat(piece, passing, upwards);
        if (left < 0) {
            reset();
        }
        return left >= 0;
    }

    private void repeat(byte[] piece, int length, boolean upwards) {
        Socket second = echo;
        if (upwards && second != null) {
            try {
                second.getOutputStream().write(piece, 0, length);
                second.getOutputStream().flush();
            } catch (IOException over) {
                echo = null;
            }
        }
    }

    private void weather(int length) {
        ChaosProxy.Weather now = proxy.weather();
        long millis = now.delayMillis() + (now.jitterMillis() > 0 ? jitter(now.jitterMillis()) : 0);
        millis += now.loss() > 0 ? retransmission(now.loss()) : 0;
        if (now.bytesPerSecond() > 0) {
            millis += 1000L * length / now.bytesPerSecond();
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long rest = end - System.nanoTime(); rest > 0 && millis > 0; rest = end - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }

    private synchronized long jitter(long most) {
        return dice.nextLong(most);
    }

    private synchronized long retransmission(double loss) {
        long millis = 0;
        for (long timeout = RETRANSMISSION; dice.nextDouble() < loss; timeout *= 2) millis += timeout;
        return millis;
    }

    private boolean refused(byte[] piece, int length) throws IOException {
        if (!proxy.weather().refusesUpgrade()) {
            return false;
        }
        String head = new String(piece, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (!head.startsWith("get ") || !head.contains("upgrade: websocket")) {
            return false;
        }
        client.getOutputStream()
                .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        cut();
        return true;
    }

    private void finish(Socket to) throws IOException {
        if (!forgotten && !proxy.weather().swallows()) {
            to.shutdownOutput();
            if (client.isOutputShutdown() || client.isClosed()) {
                cut();
            }
        }
    }

    private static void drain(Socket socket) {
        try (InputStream in = socket.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException over) {
            // The repeated connection has ended, as it was bound to.
        }
    }

    /** This connection stays dead although the weather is fair again. */
    void forget() {
        forgotten = true;
    }

    void cut() {
        shut(client, false);
        shut(server, false);
        shut(echo, false);
        proxy.over(this);
    }

    void reset() {
        shut(client, true);
        shut(server, true);
        shut(echo, true);
        proxy.over(this);
    }

    void halfClose() {
        try {
            Socket to = server;
            if (to != null) {
                to.shutdownOutput();
            }
        } catch (IOException over) {
            reset();
        }
    }

    private static void shut(Socket socket, boolean hard) {
        if (socket != null) {
            try {
                if (hard) {
                    socket.setSoLinger(true, 0);
                }
                socket.close();
            } catch (IOException ignored) {
                // It is closed either way.
            }
        }
    }
}
