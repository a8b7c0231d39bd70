package org.deskbell.support;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A WebSocket by hand, for everything a decent client would never send. */
public final class RawSocket implements Closeable {

    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CONTINUATION = 0;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final OutputStream out;
    private String responseHead = "";
    private int status;

    /** A frame that came from the server. */
    public record Received(int opcode, boolean fin, byte[] payload) {

        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        public int closeCode() {
            return payload.length < 2 ? 1005 : (payload[0] & 255) << 8 | payload[1] & 255;
        }
    }

    private RawSocket(URI base, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), 10_000);
        socket.setSoTimeout((int) Await.PATIENCE.toMillis());
        in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream(), 512));
        out = socket.getOutputStream();
    }

    /** A bare TCP connection to the server. */
    public static RawSocket connect(URI base) throws IOException {
        return new RawSocket(base, 0);
    }

    /** A bare TCP connection with a small window, for a client that hardly reads. */
    public static RawSocket connect(URI base, int receiveBuffer) throws IOException {
        return new RawSocket(base, receiveBuffer);
    }

    /** Connects and upgrades; {@link #status()} says how that went. Headers are whole lines. */
    public static RawSocket upgrade(URI base, String path, String... headers) throws IOException {
        return connect(base).handshake(base, path, headers);
    }

    /** Connects as the widget does, with a good handshake, and fails if it is refused. */
    public static RawSocket chat(URI base) throws IOException {
        RawSocket socket = upgrade(base, "/chat", "Sec-WebSocket-Protocol: deskbell.v1", "Origin: " + origin(base));
        if (socket.status() != 101) {
            throw new AssertionError("handshake refused: " + socket.responseHead);
        }
        return socket;
    }

    public static String origin(URI base) {
        return base.getScheme() + "://" + base.getAuthority();
    }

    public RawSocket handshake(URI base, String path, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(
                "GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        bytes(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        readHead();
        return this;
    }

    /** Reads the head of an HTTP response. */
    public void readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        responseHead = head.toString(StandardCharsets.ISO_8859_1);
        status = responseHead.startsWith("HTTP/1.1 ") ? Integer.parseInt(responseHead.substring(9, 12)) : 0;
    }

    public int status() {
        return status;
    }

    /** The value of a response header, or null. */
    public String header(String name) {
        return responseHead
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }

    /** Sends bytes as they are. */
    public void bytes(byte... raw) throws IOException {
        out.write(raw);
        out.flush();
    }

    public void text(String text) throws IOException {
        frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A well-formed masked frame. */
    public void frame(int opcode, boolean fin, byte... payload) throws IOException {
        bytes(encode((fin ? 0x80 : 0) | opcode, true, payload.length, payload));
    }

    /** A frame with a free choice of its first byte (reserved bits), masking and declared length. */
    public static byte[] encode(int first, boolean masked, long declared, byte... payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
        frame.write(first);
        int bit = masked ? 0x80 : 0;
        if (declared < 126 && declared >= 0) {
            frame.write(bit | (int) declared);
        } else if (declared <= 65_535 && declared >= 0) {
            frame.write(bit | 126);
            frame.write((int) (declared >> 8));
            frame.write((int) declared);
        } else {
            frame.write(bit | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) (declared >> shift));
            }
        }
        if (masked) {
            frame.writeBytes(MASK);
        }
        for (int i = 0; i < payload.length; i++) {
            frame.write(masked ? payload[i] ^ MASK[i % 4] : payload[i]);
        }
        return frame.toByteArray();
    }

    /** The next frame, or null at the end of the stream. */
    public Received read() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        long length = in.readUnsignedByte() & 127;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        return new Received(first & 15, (first & 128) != 0, payload);
    }

    /** Reads until a text message holds this, answering pings on the way. */
    public String awaitText(String part) throws IOException {
        for (Received frame = read(); frame != null; frame = read()) {
            if (frame.opcode() == PING) {
                frame(PONG, true, frame.payload());
            } else if (frame.text().contains(part)) {
                return frame.text();
            }
        }
        throw new EOFException("the server ended the connection before it sent " + part);
    }

    /** Reads to the end: the close code, or 1006 if the stream ends (or is reset) without one. */
    public int awaitClose() throws IOException {
        return awaitClose(Await.PATIENCE);
    }

    public int awaitClose(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("still open after " + patience.toMillis() + " ms");
                }
                socket.setSoTimeout((int) left);
                Received frame = read();
                if (frame == null) {
                    return 1006;
                }
                if (frame.opcode() == CLOSE) {
                    return frame.closeCode();
                }
            }
        } catch (SocketTimeoutException open) {
            throw new AssertionError("still open after " + patience.toMillis() + " ms", open);
        } catch (IOException reset) {
            return 1006;
        }
    }

    /** Everything up to the end of the stream, as the tests of plain HTTP need it. */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** All text messages that arrive within this time. */
    public List<String> textsWithin(Duration span) throws IOException {
        List<String> texts = new ArrayList<>();
        long end = System.nanoTime() + span.toNanos();
        try {
            for (long left = span.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                socket.setSoTimeout((int) left);
                Received frame = read();
                if (frame == null) {
                    break;
                }
                if (frame.opcode() == TEXT) {
                    texts.add(frame.text());
                }
            }
        } catch (SocketTimeoutException quiet) {
            return texts;
        }
        return texts;
    }

    /** Ends the connection with a reset instead of a farewell. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
