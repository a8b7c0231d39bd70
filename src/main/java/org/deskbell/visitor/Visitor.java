package org.deskbell.visitor;

import java.time.Instant;
import java.util.Map;
import org.deskbell.site.SiteId;

/**
 * What is known of a visitor; all but ids, attributes and the instants he was seen may be null. {@code introduced}: he has answered what his site
 * asks. {@code visits} and {@code visitAt}, when the present one began, are counted only where his site lists its visitors.
 */
public record Visitor(
        VisitorId id,
        String publicId,
        SiteId site,
        String externalId,
        String name,
        String email,
        boolean verified,
        Map<String, String> attributes,
        String language,
        String zone,
        String browser,
        String pageUrl,
        String pageTitle,
        String referrer,
        Instant firstSeen,
        Instant lastSeen,
        boolean introduced,
        int visits,
        Instant visitAt) {}
