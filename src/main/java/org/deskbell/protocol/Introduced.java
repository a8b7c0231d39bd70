package org.deskbell.protocol;

/** The answers are kept: nothing is asked any more. */
public record Introduced() implements FromServer {
    @Override
    public String type() {
        return "introduced";
    }

    @Override
    public void members(Members out) {
        // nothing but its type
    }
}
