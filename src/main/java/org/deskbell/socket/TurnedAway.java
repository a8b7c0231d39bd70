package org.deskbell.socket;

/**
 * One there is no room for: he is told why as soon as he has said hello, or after some seconds. Told before, his hello would come upon a closed
 * connection, which is reset, and he may never read why (RFC 2525, 2.17): neither Tyrus 2.1.5 nor Undertow 2.3.23 waits for an answer to a
 * close frame, and behind nginx one in fifty heard nothing.
 */
final class TurnedAway implements Desk {
    private final Connection connection;
    private final int code;
    private final String reason;
    private final Runnable left;

    TurnedAway(Connection connection, int code, String reason, Runnable left) {
        this.connection = connection;
        this.code = code;
        this.reason = reason;
        this.left = left;
    }

    void tell() {
        connection.close(code, reason);
    }

    @Override
    public void message(String text) {
        tell();
    }

    @Override
    public void flooded() {
        // There is nobody to remember.
    }

    @Override
    public void gone() {
        left.run();
    }

    @Override
    public String kind() {
        return "none";
    }
}
