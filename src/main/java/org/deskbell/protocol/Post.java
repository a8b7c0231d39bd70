package org.deskbell.protocol;

import java.util.List;

/** Something said; {@code conversation} is null from a visitor. {@code files} are ids of what was uploaded for it; then there may be no text. {@code quote}: the seq of the message it answers, or 0. {@code hold}, of agents: for how many seconds it may still be taken back, up to {@link Limits#HOLD}. {@code choices}, of agents: what it offers to answer with. */
public record Post(
        String conversation, String ref, String text, List<String> files, long quote, long hold, List<String> choices)
        implements FromVisitor, FromAgent {
    public Post {
        Checks.ref(ref);
        Checks.atLeast("quote", quote, 0);
        Checks.between("hold", hold, 0, Limits.HOLD);
        files = files == null ? List.of() : Checks.files(files);
        choices = choices == null ? List.of() : Checks.choices(choices);
        if (files.isEmpty() || !text.isEmpty()) Checks.text(text);
    }

    /** Words alone. */
    public Post(String conversation, String ref, String text) {
        this(conversation, ref, text, null, 0, 0, null);
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.post(this);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.post(this);
    }
}
