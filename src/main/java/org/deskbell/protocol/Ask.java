package org.deskbell.protocol;

import java.util.List;

/** An agent asks the visitor for these kinds of help, for so many minutes; {@code purpose} may be null. The request is named by {@code ref}. */
public record Ask(String conversation, String ref, List<String> kinds, String purpose, long minutes)
        implements FromAgent {
    public Ask {
        Checks.ref(ref);
        kinds = Checks.kinds(kinds, 1);
        Checks.line("purpose", purpose, Limits.PURPOSE);
        Checks.between("minutes", minutes, 1, Limits.MINUTES);
        if (purpose != null && purpose.isBlank()) purpose = null;
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.ask(this);
    }
}
