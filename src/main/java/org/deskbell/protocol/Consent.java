package org.deskbell.protocol;

import java.util.List;

/** The visitor's answer to a question: the kinds he allows, none for no. */
public record Consent(String ref, String request, List<String> kinds) implements FromVisitor {
    public Consent {
        Checks.ref(ref);
        Checks.named("request", request);
        kinds = Checks.kinds(kinds, 0);
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.answer(this);
    }
}
