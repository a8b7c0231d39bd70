package org.deskbell.protocol;

/** What is known of the visitor has changed. */
public record VisitorNow(String conversation, VisitorCard visitor) implements FromServer {
    @Override
    public String type() {
        return "visitor";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).object("visitor", visitor::write);
    }
}
