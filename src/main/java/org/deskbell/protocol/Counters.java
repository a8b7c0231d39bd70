package org.deskbell.protocol;

import java.util.Map;

/** Open conversations: waiting for an owner, altogether, asleep, by owner, and by agents beside an owner. Those that sleep count nowhere else. */
public record Counters(int unassigned, int all, int snoozed, Map<String, Integer> mine, Map<String, Integer> joined) {
    void write(Members out) {
        out.number("unassigned", unassigned)
                .number("all", all)
                .number("snoozed", snoozed)
                .numbers("mine", mine);
        if (!joined.isEmpty()) out.numbers("joined", joined);
    }
}
