package org.deskbell.protocol;

/** If you go offline now, so many of your conversations go back to the queue, stay yours, or go to colleagues who have room. */
public record PartingNow(int queue, int keep, int give) implements FromServer {
    @Override
    public String type() {
        return "parting";
    }

    @Override
    public void members(Members out) {
        out.number("queue", queue).number("keep", keep).number("give", give);
    }
}
