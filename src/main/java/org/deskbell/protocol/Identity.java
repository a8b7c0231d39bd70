package org.deskbell.protocol;

import java.util.Map;

/** What the host page says of its visitor: a signed proof, or an unverified name and attributes; each may be null or empty. */
public record Identity(String proof, String name, Map<String, String> attributes) {
    public Identity {
        name = Checks.cut(name, 200);
        attributes = attributes == null ? null : Map.copyOf(attributes);
    }

    /** True where the page says nothing at all. */
    public boolean silent() {
        return proof == null && name == null && attributes == null;
    }
}
