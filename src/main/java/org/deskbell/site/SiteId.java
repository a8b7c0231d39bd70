package org.deskbell.site;

import java.io.Serializable;

/** Which site; a type of its own, so that no other number can be taken for it. */
public record SiteId(long value) implements Serializable {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
