package org.deskbell.protocol;

/**
 * Passed on to the other side as it is, and never kept: {@code data} means nothing here. A visitor names no {@code conversation}, and no
 * {@code request} for his page. {@code stream} may be null, {@code n} is 0 where nothing is counted.
 */
public record Assist(
        String conversation, String request, String about, String data, String stream, long n, boolean more)
        implements FromVisitor, FromAgent {
    public Assist {
        if (conversation == null) Checks.oneOf("about", about, "page", "call");
        else Checks.oneOf("about", about, "watch", "point", "act", "call");
        if (about.equals("page")) request = null;
        else Checks.named("request", request);
        Checks.data(data);
        if (stream != null) Checks.named("stream", stream);
        Checks.atLeast("n", n, 0);
    }

    public boolean isCall() {
        return about.equals("call");
    }

    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.assist(this);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.assist(this);
    }
}
