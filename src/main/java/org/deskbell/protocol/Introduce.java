package org.deskbell.protocol;

import java.util.Map;

/** What the visitor answers to the questions of his {@link VisitorWelcome}, by their ids. */
public record Introduce(Map<String, String> answers) implements FromVisitor {
    public Introduce {
        answers = Map.copyOf(answers);
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.introduce(this);
    }
}
