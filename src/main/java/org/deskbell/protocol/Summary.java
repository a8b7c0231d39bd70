package org.deskbell.protocol;

import java.time.Instant;
import java.util.List;

/** A line of the inbox. {@code department}, {@code owner}, {@code last}, {@code waitingSince} and {@code rating} may be null; {@code joined}: those beside the owner. */
public record Summary(
        String conversation,
        String siteKey,
        String siteName,
        Department department,
        Guest visitor,
        String status,
        Person owner,
        Last last,
        long seq,
        int unread,
        Instant waitingSince,
        Instant startedAt,
        Instant changedAt,
        Aside aside,
        Integer rating,
        List<Person> joined) {

    /** The visitor as the list shows him; {@code name} may be null. */
    public record Guest(String id, String name, boolean verified, boolean online) {}

    /** The last message; {@code by} is visitor, agent or site. */
    public record Last(long seq, Instant at, String by, String text) {}

    /** What agents keep to themselves about it: ids of those who were mentioned and have not looked yet, ids of its labels; {@code sleep} may be null. */
    public record Aside(List<String> mentioned, List<String> labels, Sleep sleep) {
        void write(Members out) {
            if (!mentioned.isEmpty()) out.words("mentioned", mentioned);
            if (!labels.isEmpty()) out.words("labels", labels);
            if (sleep != null)
                out.object("snoozed", o -> o.instant("since", sleep.since()).instant("until", sleep.until()));
        }
    }

    /** Out of the boxes; {@code until} is null where only the visitor ends it. */
    public record Sleep(Instant since, Instant until) {}

    void write(Members out) {
        out.text("conversation", conversation);
        out.object("site", o -> o.text("key", siteKey).text("name", siteName));
        if (department != null) out.object("department", department::write);
        out.object("visitor", o -> o.text("id", visitor.id)
                .text("name", visitor.name)
                .flag("verified", visitor.verified)
                .flag("online", visitor.online));
        out.text("status", status);
        if (owner != null) out.object("owner", owner::write);
        if (!joined.isEmpty()) out.list("joined", joined, Person::write);
        if (last != null) {
            out.object("last", o -> o.number("seq", last.seq)
                    .instant("at", last.at)
                    .text("by", last.by)
                    .text("text", last.text));
        }
        out.number("seq", seq).number("unread", unread).instant("waitingSince", waitingSince);
        out.instant("startedAt", startedAt).instant("changedAt", changedAt);
        aside.write(out);
        out.numberOrNull("rating", rating);
    }
}
