package org.deskbell.socket;

/** A way to one client: a WebSocket, or a link of HTTP requests. Never blocks. */
interface Wire {
    /** Starts to send; {@code done} is called once, maybe before this returns. At most one send is under way. */
    void send(String text, Sent done);

    /** A sign of life that the other end answers by itself; does nothing where the way has none. */
    void ping();

    /** For the figures: websocket or http. */
    String carrier();

    void close(int code, String reason);

    /** Told when a send is over. */
    interface Sent {
        void done(boolean well);
    }
}
