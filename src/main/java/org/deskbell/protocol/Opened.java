package org.deskbell.protocol;

/** You follow this conversation; the entries from {@code first} on come next. */
public record Opened(Summary summary, VisitorCard visitor, boolean resumed, long first, long last)
        implements FromServer {
    @Override
    public String type() {
        return "opened";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", summary.conversation()).object("summary", summary::write);
        out.object("visitor", visitor::write)
                .flag("resumed", resumed)
                .number("first", first)
                .number("last", last);
    }
}
