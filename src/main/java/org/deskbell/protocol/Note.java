package org.deskbell.protocol;

import java.util.List;

/** Something said among agents; {@code mentions} are ids of colleagues who should look. */
public record Note(String conversation, String ref, String text, List<String> mentions) implements FromAgent {
    public Note {
        Checks.ref(ref);
        Checks.text(text, Limits.NOTE);
        mentions = mentions == null ? List.of() : Checks.ids("mentions", mentions, Limits.MENTIONS);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.note(this);
    }
}
