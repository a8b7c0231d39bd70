package org.deskbell.protocol;

/** The visitor has gone to another page of the site. */
public record PageChange(PageView page) implements FromVisitor {
    @Override
    public void accept(FromVisitor.Handler handler) {
        handler.page(this);
    }
}
