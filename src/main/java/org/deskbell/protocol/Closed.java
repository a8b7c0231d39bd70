package org.deskbell.protocol;

/**
 * Closed by visitor, agent or site. {@code silent}: the site has ended it, since the visitor had not answered for so many minutes; null
 * where that was not so, and to a visitor whose site said something of its own to it.
 */
public record Closed(Head head, Integer silent) implements EntryFrame {
    @Override
    public String type() {
        return "closed";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.numberOrNull("silent", silent);
    }
}
