package org.deskbell.protocol;

/** Somebody with a name. */
public record Person(String id, String name) {
    void write(Members out) {
        out.text("id", id).text("name", name);
    }
}
