package org.deskbell.protocol;

/** A label was put on or taken off, for agents alone; {@code label} is named as it was then. */
public record Labelled(Head head, Person label, boolean on) implements EntryFrame {
    @Override
    public String type() {
        return "labelled";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.object("label", label::write).flag("on", on);
    }
}
