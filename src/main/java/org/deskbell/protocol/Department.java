package org.deskbell.protocol;

/** A part of a site's staff. {@code site} is its site's key, or null where that is said already. */
public record Department(String id, String name, String site) {
    void write(Members out) {
        out.text("id", id).text("name", name).text("site", site);
    }
}
