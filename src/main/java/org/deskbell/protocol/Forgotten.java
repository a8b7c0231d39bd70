package org.deskbell.protocol;

/** The identity is deleted. */
public record Forgotten() implements FromServer {
    @Override
    public String type() {
        return "forgotten";
    }

    @Override
    public void members(Members out) {
        // nothing but its type
    }
}
