package org.deskbell.protocol;

import java.util.Map;

/** Open conversations: waiting for an owner, altogether, and by owner. */
public record Counters(int unassigned, int all, Map<String, Integer> mine) {
    void write(Members out) {
        out.number("unassigned", unassigned).number("all", all).numbers("mine", mine);
    }
}
