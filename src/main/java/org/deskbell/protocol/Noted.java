package org.deskbell.protocol;

import java.util.List;

/** A note, for agents alone; to its sender it is the acknowledgement. {@code mentions} are agents' ids. */
public record Noted(Head head, String text, List<String> mentions, String ref) implements EntryFrame {
    @Override
    public String type() {
        return "noted";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.text("text", text);
        if (!mentions.isEmpty()) out.words("mentions", mentions);
        out.text("ref", ref);
    }
}
