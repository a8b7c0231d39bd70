package org.deskbell.mail;

import org.deskbell.conversation.ConversationId;
import org.deskbell.site.SiteId;
import org.deskbell.visitor.VisitorId;

/**
 * A visitor asks for a mail about his conversation.
 *
 * @param ref made by his screen, 1 to 64 characters: the same one is the same mail
 * @param address as he typed it
 * @param language one in which our words are there
 * @param zone a time zone's id
 */
public record Order(
        SiteId site,
        ConversationId conversation,
        VisitorId visitor,
        String ref,
        String address,
        String language,
        String zone) {}
