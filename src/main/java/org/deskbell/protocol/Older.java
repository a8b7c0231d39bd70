package org.deskbell.protocol;

import java.util.List;

/** A page of history in {@code seq} order; {@code first} is the oldest there is. */
public record Older(String conversation, List<EntryFrame> entries, long first) implements FromServer {
    @Override
    public String type() {
        return "older";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).number("first", first).list("entries", entries, Encoder::write);
    }
}
