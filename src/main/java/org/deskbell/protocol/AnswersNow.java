package org.deskbell.protocol;

import java.util.List;

/** All answers of one scope, replacing those a console has: {@code shared}, or {@code own} with the prefix by which he looks for them. */
public record AnswersNow(String scope, String prefix, List<Item> items) implements FromServer {
    /**
     * One answer; {@code site} is the key of the one it is for, or null; {@code labels} are put on once it was said, and {@code then} is what becomes of
     * the conversation, null where it stays as it is; {@code choices} are what it offers to answer with.
     */
    public record Item(
            String id,
            String shortcut,
            String title,
            String text,
            String site,
            List<String> labels,
            String then,
            List<String> choices) {
        void write(Members out) {
            out.text("id", id).text("shortcut", shortcut).text("title", title).text("text", text);
            out.text("site", site).text("then", then);
            if (!labels.isEmpty()) out.words("labels", labels);
            if (!choices.isEmpty()) out.words("choices", choices);
        }
    }

    @Override
    public String type() {
        return "answers";
    }

    @Override
    public void members(Members out) {
        out.text("scope", scope).text("prefix", prefix).list("items", items, Item::write);
    }
}
