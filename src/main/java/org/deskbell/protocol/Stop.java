package org.deskbell.protocol;

import java.util.List;

/**
 * Help ends here and now: of this request, or only some kinds of it ({@code kinds} null: all). A visitor names no
 * {@code conversation}, and without {@code request} he ends everything.
 */
public record Stop(String conversation, String ref, String request, List<String> kinds)
        implements FromVisitor, FromAgent {
    public Stop {
        Checks.ref(ref);
        if (request != null) Checks.named("request", request);
        if (kinds != null) kinds = Checks.kinds(kinds, 1);
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.stop(this);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.stop(this);
    }
}
