package org.deskbell.protocol;

/** Who I am and what I hold; {@code after} is 0 and the others null where nothing is held. */
public record VisitorHello(
        String site,
        String token,
        String conversation,
        long after,
        String epoch,
        String language,
        String zone,
        PageView page,
        Identity identity)
        implements FromVisitor {
    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.hello(this);
    }
}
