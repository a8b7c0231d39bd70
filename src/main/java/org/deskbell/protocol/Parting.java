package org.deskbell.protocol;

/** What becomes of the agent's conversations if he goes offline now? Answered by {@link PartingNow}. */
public record Parting() implements FromAgent {
    @Override
    public void accept(FromAgent.Handler handler) {
        handler.parting(this);
    }
}
