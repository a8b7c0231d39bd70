package org.deskbell.protocol;

/** A label there is; {@code colour} is a word. */
public record LabelCard(String id, String name, String colour) {
    void write(Members out) {
        out.text("id", id).text("name", name).text("colour", colour);
    }
}
