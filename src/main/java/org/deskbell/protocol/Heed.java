package org.deskbell.protocol;

/** I have looked at where I was mentioned. */
public record Heed(String conversation) implements FromAgent {
    @Override
    public void accept(FromAgent.Handler handler) {
        handler.heed(this);
    }
}
