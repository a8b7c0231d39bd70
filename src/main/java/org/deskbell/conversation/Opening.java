package org.deskbell.conversation;

import org.deskbell.site.SiteId;
import org.deskbell.visitor.VisitorId;

/**
 * What is needed to begin a conversation with a visitor: the site's greeting becomes its first entry (none where blank).
 * {@code reopens}: a message after the end opens the old conversation again instead. {@code department}: in which it begins, null for none.
 */
public record Opening(
        SiteId site,
        String siteName,
        String greeting,
        boolean reopens,
        VisitorId visitor,
        String visitorPublicId,
        Long department) {}
