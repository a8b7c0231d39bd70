package org.deskbell.protocol;

/** How it stands with the call of a request: started, ended or failed. */
public record Called(String conversation, String ref, String request, String state) implements FromAgent {
    public Called {
        Checks.ref(ref);
        Checks.named("request", request);
        Checks.oneOf("state", state, "started", "ended", "failed");
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.called(this);
    }
}
