package org.deskbell.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/**
 * A WebSocket. Sends asynchronously only: {@code getBasicRemote} inside a callback deadlocks Undertow 2.3.23. Nothing it does fails for its caller:
 * Tyrus 2.1.5 throws a bare RuntimeException ("Socket is not connected.") when the peer has just gone.
 */
final class SocketWire implements Wire {
    private static final System.Logger LOG = System.getLogger(SocketWire.class.getName());

    private final Session session;

    SocketWire(Session session) {
        this.session = session;
    }

    @Override
    public void send(String text, Sent done) {
        lightly(() -> {
            try {
                session.getAsyncRemote().sendText(text, result -> done.done(result.isOK()));
            } catch (RuntimeException | Error closed) {
                done.done(false);
            }
        });
    }

    /**
     * Tyrus 2.1.5 schedules a task for whatever is sent, and Payara captures a context for it with a ServiceLoader over the thread's class
     * loader: over the WAR's libraries that costs more than everything else together.
     */
    private static void lightly(Runnable sending) {
        Thread here = Thread.currentThread();
        ClassLoader ours = here.getContextClassLoader();
        here.setContextClassLoader(Session.class.getClassLoader());
        try {
            sending.run();
        } finally {
            here.setContextClassLoader(ours);
        }
    }

    @Override
    public String carrier() {
        return "websocket";
    }

    @Override
    public void ping() {
        lightly(() -> {
            try {
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            } catch (IOException | RuntimeException gone) {
                LOG.log(Level.DEBUG, "Ping failed", gone);
            }
        });
    }

    @Override
    public void close(int code, String reason) {
        try {
            session.close(new CloseReason(code(code), reason));
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "Close failed", gone);
        }
    }

    private static CloseCode code(int code) {
        return CloseReason.CloseCodes.getCloseCode(code);
    }
}
