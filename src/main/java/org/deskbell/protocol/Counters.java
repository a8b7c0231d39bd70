package org.deskbell.protocol;

import java.util.Map;

/** Open conversations: waiting for an owner, altogether, asleep, and by owner. Those that sleep count nowhere else. */
public record Counters(int unassigned, int all, int snoozed, Map<String, Integer> mine) {
    void write(Members out) {
        out.number("unassigned", unassigned)
                .number("all", all)
                .number("snoozed", snoozed)
                .numbers("mine", mine);
    }
}
