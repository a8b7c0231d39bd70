package org.deskbell.socket;

/** A wire that has sent at once, and keeps what it was. */
final class SentAtOnce implements Wire {
    private final StringBuilder sent;

    SentAtOnce(StringBuilder sent) {
        this.sent = sent;
    }

    @Override
    public void send(String text, Sent over) {
        sent.append(text);
        over.done(true);
    }

    @Override
    public String carrier() {
        return "websocket";
    }

    @Override
    public void ping() {
        // not of interest here
    }

    @Override
    public void close(int code, String reason) {
        // not of interest here
    }
}
