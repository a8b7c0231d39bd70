package org.deskbell.support;

import java.time.Instant;
import java.util.Map;
import org.deskbell.site.SiteId;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.VisitorId;

/** Visitors of whom little is known. */
public final class Guests {
    private Guests() {}

    /** @param visits how often he had come before this visit, which began {@code visitAt} or is not known */
    public static Visitor guest(VisitorId id, Instant seen, int visits, Instant visitAt) {
        return new Visitor(
                id,
                "v-" + id.value(),
                new SiteId(3),
                null,
                null,
                null,
                false,
                Map.of(),
                "de",
                null,
                null,
                null,
                null,
                null,
                seen,
                seen,
                false,
                visits,
                visitAt);
    }
}
