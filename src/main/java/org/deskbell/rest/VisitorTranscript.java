package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.site.Sites;
import org.deskbell.visitor.Visitor;

/**
 * A visitor takes his conversation with him. His secret comes in a header, never in an address; whoever has none, or asks for another's
 * conversation, or for none there is, gets the same answer.
 */
@WebServlet("/widget/transcript")
public class VisitorTranscript extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sites sites;

    @Inject
    private transient FileGate gate;

    @Inject
    private transient Conversations conversations;

    @Inject
    private transient Transcripts transcripts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Visitor> visitor = visitor(request);
        Optional<Conversation> conversation = visitor.flatMap(who -> ofHis(who, request.getParameter("conversation")));
        response.setHeader("Cache-Control", "private, no-store");
        if (conversation.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else transcripts.send(conversation.get(), visitor.get().name(), request, response);
    }

    private Optional<Visitor> visitor(HttpServletRequest request) {
        boolean given = sites.byKey(request.getParameter("site"))
                .filter(site -> site.manners().transcript())
                .isPresent();
        return given ? gate.visitor(request) : Optional.empty();
    }

    private Optional<Conversation> ofHis(Visitor who, String conversation) {
        if (conversation == null) return Optional.empty();
        return conversations.byPublicId(conversation).filter(found -> found.visitor()
                .equals(who.id()));
    }
}
