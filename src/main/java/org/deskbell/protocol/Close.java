package org.deskbell.protocol;

/** Close it. */
public record Close(String conversation, String ref) implements FromAgent {
    public Close {
        Checks.ref(ref);
    }

    @Override
    public void accept(FromAgent.Handler handler) {
        handler.close(this);
    }
}
