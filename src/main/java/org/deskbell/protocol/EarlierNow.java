package org.deskbell.protocol;

import java.time.Instant;
import java.util.List;

/** A page of the closed conversations a visitor had before {@code before} (null: before the one he is in), newest first; {@code more}: there are older ones. */
public record EarlierNow(String before, List<Item> items, boolean more) implements FromServer {

    /**
     * One of them. {@code seq}: its newest entry. {@code agents}: the names of those who answered last; {@code last} and {@code stars} may be null.
     */
    public record Item(
            String conversation, Instant startedAt, long seq, List<String> agents, Last last, Integer stars) {
        void write(Members out) {
            out.text("conversation", conversation);
            out.instant("startedAt", startedAt).number("seq", seq);
            out.words("agents", agents);
            if (last != null) out.object("last", last::write);
            out.numberOrNull("stars", stars);
        }
    }

    /** The last message in words; {@code by} is visitor, agent or site. */
    public record Last(Instant at, String by, String text, boolean removed) {
        private void write(Members out) {
            out.instant("at", at).text("by", by).text("text", text);
            if (removed) out.flag("removed", true);
        }
    }

    @Override
    public String type() {
        return "earlier";
    }

    @Override
    public void members(Members out) {
        out.text("before", before).list("items", items, Item::write).flag("more", more);
    }
}
