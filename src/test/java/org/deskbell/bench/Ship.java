package org.deskbell.bench;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/** One WebSocket client of a fleet. */
final class Ship {

    /** Who hears what happens. */
    interface Ears {
        void opened(Ship ship);

        /** One text message: bytes of {@code buffer} between {@code from} and {@code to}, to be read before returning. */
        void text(Ship ship, byte[] buffer, int from, int to);

        default void sunk(Ship ship, int code) {}
    }

    private static final byte[] NOTHING = new byte[0];

    private final Fleet fleet;
    private final SocketChannel channel;
    private final Ears ears;
    private final Queue<ByteBuffer> outgoing = new ArrayDeque<>(2);
    private byte[] rest = NOTHING;
    private boolean open;
    private boolean sunk;
    private boolean deaf;
    SelectionKey key;

    Ship(Fleet fleet, SocketChannel channel, String request, Ears ears) {
        this.fleet = fleet;
        this.channel = channel;
        this.ears = ears;
        outgoing.add(ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1)));
    }

    void finishConnect() throws IOException {
        channel.finishConnect();
        connected();
    }

    void connected() throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        flush();
    }

    /** Sends text; the mask is zero, which is legal and costs nothing. */
    void send(String text) {
        frame(1, text.getBytes(StandardCharsets.UTF_8));
    }

    private void frame(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload).flip();
        outgoing.add(frame);
        try {
            flush();
        } catch (IOException broken) {
            sink(1006);
        }
    }

    void flush() throws IOException {
        int reading = deaf ? 0 : SelectionKey.OP_READ;
        while (!outgoing.isEmpty()) {
            channel.write(outgoing.peek());
            if (outgoing.peek().hasRemaining()) {
                key.interestOps(reading | SelectionKey.OP_WRITE);
                return;
            }
            outgoing.remove();
        }
        key.interestOps(reading);
    }

    /** Whether all that was sent is with the system. */
    boolean drained() {
        return outgoing.isEmpty();
    }

    /** From now on it never reads, and lets the system hold as little as possible. */
    void deafen() {
        deaf = true;
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
        } catch (IOException gone) {
            return;
        }
        if (key.isValid()) key.interestOps(key.interestOps() & ~SelectionKey.OP_READ);
    }

    void read() throws IOException {
        ByteBuffer scratch = fleet.scratch.clear();
        int count = channel.read(scratch);
        if (count < 0) {
            sink(1006);
            return;
        }
        scratch.flip();
        int held = rest.length;
        byte[] all = Arrays.copyOf(rest, held + count);
        scratch.get(all, held, count);
        int from = open ? 0 : head(all);
        from = frames(all, from);
        rest = from == all.length ? NOTHING : Arrays.copyOfRange(all, from, all.length);
    }

    private int head(byte[] all) throws IOException {
        String head = new String(all, StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return 0;
        }
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(head.substring(0, head.indexOf('\r')));
        }
        open = true;
        ears.opened(this);
        return end + 4;
    }

    private int frames(byte[] all, int start) {
        int from = start;
        while (open && all.length - from >= 2) {
            int header = 2;
            long length = all[from + 1] & 127;
            if (length == 126 || length == 127) {
                int extra = length == 126 ? 2 : 8;
                if (all.length - from < header + extra) {
                    return from;
                }
                length = 0;
                for (int i = 0; i < extra; i++) {
                    length = length << 8 | all[from + header + i] & 255;
                }
                header += extra;
            }
            if (all.length - from < header + length) {
                return from;
            }
            handle(all[from] & 15, all, from + header, (int) (from + header + length));
            from += (int) (header + length);
        }
        return from;
    }

    private void handle(int opcode, byte[] all, int from, int to) {
        switch (opcode) {
            case 1 -> ears.text(this, all, from, to);
            case 8 -> sink(to - from < 2 ? 1005 : (all[from] & 255) << 8 | all[from + 1] & 255);
            case 9 -> frame(10, Arrays.copyOfRange(all, from, to));
            default -> {}
        }
    }

    /** It is over, by either side. */
    void sink(int code) {
        if (sunk) {
            return;
        }
        sunk = true;
        open = false;
        key.cancel();
        try {
            channel.close();
        } catch (IOException ignored) {
            // It is closed either way.
        }
        ears.sunk(this, code);
    }

    boolean isOpen() {
        return open;
    }
}
