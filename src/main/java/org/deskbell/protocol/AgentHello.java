package org.deskbell.protocol;

/** A console is here; {@code epoch} is that of the store it holds news of, or null. */
public record AgentHello(String epoch) implements FromAgent {
    @Override
    public void accept(FromAgent.Handler handler) {
        handler.hello(this);
    }
}
