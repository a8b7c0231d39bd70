package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.routing.Remits;
import org.deskbell.staff.Staff;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.Visitors;

/** An agent takes a conversation with him, as its visitor saw it. */
@WebServlet("/console/transcript")
public class AgentTranscript extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Staff staff;

    @Inject
    private transient Remits remits;

    @Inject
    private transient Visitors visitors;

    @Inject
    private transient Conversations conversations;

    @Inject
    private transient Transcripts transcripts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getParameter("conversation");
        Optional<Conversation> conversation = asked == null
                ? Optional.empty()
                : staff.current(request)
                        .flatMap(agent -> conversations.byPublicId(asked).filter(found -> remits.of(agent)
                                .covers(found)));
        if (conversation.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<Visitor> visitor = visitors.byId(conversation.get().visitor());
        String name = visitor.map(Visitor::name).orElse(null);
        transcripts.send(conversation.get(), name == null ? nameless(visitor) : name, request, response);
    }

    /** As the console calls him. */
    private static String nameless(Optional<Visitor> visitor) {
        String id = visitor.map(Visitor::publicId).orElse("").replaceAll("[^A-Za-z0-9]", "");
        return "Visitor " + id.substring(Math.max(0, id.length() - 4)).toUpperCase(Locale.ROOT);
    }
}
