package org.deskbell.protocol;

/** The server is there. */
public record Beat() implements FromServer {
    @Override
    public String type() {
        return "beat";
    }

    @Override
    public void members(Members out) {
        // nothing but its type
    }
}
