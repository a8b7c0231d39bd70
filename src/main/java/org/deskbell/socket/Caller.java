package org.deskbell.socket;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.deskbell.protocol.Limits;

/**
 * One socket's incoming side. Text comes in parts and is counted here, since {@code maxMessageSize} is not enforced by Undertow 2.3.23
 * when a message takes several reads (UNDERTOW-2770).
 */
final class Caller {
    private static final System.Logger LOG = System.getLogger(Caller.class.getName());

    private final Connection connection;
    private final Consumer<Connection> forget;
    private StringBuilder parts;

    Caller(Connection connection, Consumer<Connection> forget) {
        this.connection = connection;
        this.forget = forget;
    }

    void text(String part, boolean last) {
        // What the container had read already when it was ended, or reads until the other end has heard of it.
        if (connection.isOver()) return;
        alive();
        int length = part.length() + (parts == null ? 0 : parts.length());
        if (length > Limits.MESSAGE) {
            parts = null;
            connection.expel(CloseCodes.TOO_LARGE, "message too large");
            return;
        }
        if (last && parts == null) {
            deliver(part);
            return;
        }
        if (parts == null) parts = new StringBuilder();
        parts.append(part);
        if (!last) return;
        String whole = parts.toString();
        parts = null;
        deliver(whole);
    }

    void binary() {
        connection.close(CloseCodes.BINARY, "binary is not expected here");
    }

    void alive() {
        connection.heard(System.nanoTime());
    }

    void gone() {
        connection.end();
        forget.accept(connection);
    }

    /** Broken connections are everyday; the container calls {@link #gone} next. */
    void failed(Throwable failure) {
        LOG.log(Level.DEBUG, () -> "Connection " + connection.id() + ": " + failure);
    }

    private void deliver(String message) {
        try {
            connection.desk().message(message);
        } catch (RuntimeException | Error bug) {
            LOG.log(Level.ERROR, "Connection " + connection.id() + " failed", bug);
            connection.close(CloseCodes.ERROR, "internal error");
        }
    }
}
