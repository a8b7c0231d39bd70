package org.deskbell.protocol;

import java.util.List;

/** For an agent: a page of the conversations this one's visitor had besides it, older than {@code before}, newest first; {@code more}: there are older ones. */
public record EarlierOf(String conversation, String before, List<VisitorCard.Earlier> items, boolean more)
        implements FromServer {
    @Override
    public String type() {
        return "earlier";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).text("before", before);
        out.list("items", items, VisitorCard.Earlier::write).flag("more", more);
    }
}
