package org.deskbell.socket;

/**
 * One there is no room for: he is told why as soon as he has said hello, or after some seconds. Told before, his hello would reset a connection
 * the server has closed, and he may never read why (decision 0054).
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
