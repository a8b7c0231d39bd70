package org.deskbell.protocol;

/** You follow this conversation; the entries from {@code first} on come next. {@code files} is null where its site takes none. */
public record Opened(Summary summary, VisitorCard visitor, boolean resumed, long first, long last, Files files)
        implements FromServer {
    /** What may be sent: bytes of one file, files of one message. */
    public record Files(long size, int count) {
        void write(Members out) {
            out.number("size", size).number("count", count);
        }
    }

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
        if (files != null) out.object("files", files::write);
    }
}
