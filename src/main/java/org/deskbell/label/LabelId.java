package org.deskbell.label;

import java.io.Serializable;

/** Which label; a type of its own, so that no other number can be taken for it. */
public record LabelId(long value) implements Serializable {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
