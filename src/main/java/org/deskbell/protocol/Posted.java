package org.deskbell.protocol;

import java.time.Instant;
import java.util.List;

/**
 * A message. To its sender it is the acknowledgement: it is sent after the commit only. {@code files} is null where there were none, and empty
 * where they have been deleted. {@code edited}, or null: since when it says this. {@code quote}, or null: the seq of the message it answers. A message that is {@code removed} has neither text nor files. {@code choices} are what it
 * offers to answer with; only as it was said.
 */
public record Posted(
        Head head,
        String text,
        String ref,
        List<File> files,
        Instant edited,
        boolean removed,
        Long quote,
        List<String> choices)
        implements EntryFrame {
    /** A file of a message; {@code width} and {@code height} are null for what is no picture. */
    public record File(String id, String name, long size, String type, Integer width, Integer height) {
        void write(Members out) {
            out.text("id", id).text("name", name).number("size", size).text("type", type);
            out.numberOrNull("width", width).numberOrNull("height", height);
        }
    }

    /** Without choices. */
    public Posted(Head head, String text, String ref, List<File> files, Instant edited, boolean removed, Long quote) {
        this(head, text, ref, files, edited, removed, quote, List.of());
    }

    /** Words alone. */
    public Posted(Head head, String text, String ref) {
        this(head, text, ref, null, null, false, null);
    }

    @Override
    public String type() {
        return "posted";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.text("text", text).text("ref", ref);
        if (files != null) out.list("files", files, File::write);
        out.instant("edited", edited);
        if (quote != null) out.number("quote", quote);
        if (!choices.isEmpty()) out.words("choices", choices);
        if (removed) out.flag("removed", true);
    }
}
