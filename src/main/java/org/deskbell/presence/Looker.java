package org.deskbell.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.site.SiteId;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.VisitorId;

/**
 * Somebody who looks around on a site. {@code trail} are the pages of this visit, the present one last, 20 at most; {@code referrer} is the host
 * he came from. {@code name}, {@code language} and {@code referrer} may be null.
 */
public record Looker(
        VisitorId visitor,
        String publicId,
        SiteId site,
        String name,
        boolean verified,
        String language,
        String referrer,
        int visits,
        Instant since,
        List<PageSeen> trail) {
    /** Pages of a trail. */
    static final int PAGES = 20;

    public Looker {
        trail = List.copyOf(trail);
    }

    /** He looks at this page now; {@code before} is what was known of him, or null. */
    static Looker at(PageSeen page, String from, Visitor who, Looker before) {
        boolean goesOn =
                before != null && (who.visitAt() == null || who.visitAt().equals(before.since));
        Instant since = goesOn ? before.since : who.visitAt() == null ? page.at() : who.visitAt();
        return new Looker(
                who.id(),
                who.publicId(),
                who.site(),
                who.name(),
                who.verified(),
                who.language(),
                goesOn && before.referrer != null ? before.referrer : from,
                Math.max(1, who.visits()),
                since,
                goesOn ? longer(before.trail, page) : List.of(page));
    }

    /** The same page again is no other one, it only may have another title. */
    private static List<PageSeen> longer(List<PageSeen> trail, PageSeen page) {
        List<PageSeen> longer = new ArrayList<>(trail);
        PageSeen last = longer.get(longer.size() - 1);
        if (last.url().equals(page.url()))
            longer.set(longer.size() - 1, new PageSeen(page.url(), page.title(), last.at()));
        else longer.add(page);
        return longer.subList(Math.max(0, longer.size() - PAGES), longer.size());
    }

    /** Who he is has become known, or is known no more. */
    Looker known(Visitor who) {
        return new Looker(
                visitor, publicId, site, who.name(), who.verified(), who.language(), referrer, visits, since, trail);
    }

    /** The page he is on. */
    public PageSeen page() {
        return trail.get(trail.size() - 1);
    }
}
