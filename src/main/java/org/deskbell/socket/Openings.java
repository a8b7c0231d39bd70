package org.deskbell.socket;

import java.util.Map;
import org.deskbell.conversation.Opening;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;
import org.deskbell.visitor.Visitor;

/** How a visitor's conversation begins. */
final class Openings {
    private Openings() {}

    /**
     * By the site as it is at hand: the hot path asks no store.
     *
     * @param had the site as it was when he came
     * @param page what the page says of the conversation
     */
    static Opening of(Sites sites, Site had, Visitor who, Map<String, String> page) {
        Site site = sites.atHand(had);
        Long department = site.entrance(page, who.attributes());
        return new Opening(
                site.id(), site.name(), site.greeting(), site.reopens(), who.id(), who.publicId(), department);
    }
}
