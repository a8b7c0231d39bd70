package org.deskbell.protocol;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What the host page says: of its visitor a signed proof, or an unverified name and attributes, and of his conversation attributes, {@code about}; each
 * may be null or empty, and so may a value, which takes an attribute back.
 */
public record Identity(String proof, String name, Map<String, String> attributes, Map<String, String> about) {
    public Identity {
        name = Checks.cut(name, 200);
        attributes = copy(attributes);
        about = copy(about);
    }

    /** True where the page says nothing at all. */
    public boolean silent() {
        return proof == null && name == null && attributes == null && about == null;
    }

    private static Map<String, String> copy(Map<String, String> of) {
        return of == null ? null : Collections.unmodifiableMap(new HashMap<>(of));
    }
}
