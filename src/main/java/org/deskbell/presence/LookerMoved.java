package org.deskbell.presence;

import org.deskbell.site.SiteId;
import org.deskbell.visitor.VisitorId;

/** Told when somebody who looks around came, went or is on another page; {@code elsewhere}: another node said so. Observers only hand it on. */
public record LookerMoved(VisitorId visitor, String publicId, SiteId site, boolean elsewhere) {}
