package org.deskbell.staff;

import java.io.Serializable;

/** Which agent; a type of its own, so that no other number can be taken for it. */
public record AgentId(long value) implements Serializable {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
