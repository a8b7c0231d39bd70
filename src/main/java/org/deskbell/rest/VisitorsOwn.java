package org.deskbell.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.site.Sites;
import org.deskbell.visitor.Visitor;

/** The conversation a request names, where it is that of the visitor whose secret it shows, on a site whose visitors may take it with them. */
@ApplicationScoped
public class VisitorsOwn {
    @Inject
    private Sites sites;

    @Inject
    private FileGate gate;

    @Inject
    private Conversations conversations;

    record Found(Visitor visitor, Conversation conversation) {}

    Optional<Found> conversation(HttpServletRequest request) {
        String named = request.getParameter("conversation");
        boolean given = sites.byKey(request.getParameter("site"))
                .filter(site -> site.manners().transcript())
                .isPresent();
        if (!given || named == null) return Optional.empty();
        return gate.visitor(request).flatMap(visitor -> conversations
                .byPublicId(named)
                .filter(found -> found.visitor().equals(visitor.id()))
                .map(found -> new Found(visitor, found)));
    }
}
