package org.deskbell.protocol;

/** The answer to a ping. */
public record Pong() implements FromServer {
    @Override
    public String type() {
        return "pong";
    }

    @Override
    public void members(Members out) {
        // nothing but its type
    }
}
