package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * A visitor takes his conversation with him. His secret comes in a header, never in an address; whoever has none, or asks for another's
 * conversation, or for none there is, gets the same answer.
 */
@WebServlet("/widget/transcript")
public class VisitorTranscript extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient VisitorsOwn own;

    @Inject
    private transient Transcripts transcripts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<VisitorsOwn.Found> found = own.conversation(request);
        response.setHeader("Cache-Control", "private, no-store");
        if (found.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else transcripts.send(found.get().conversation(), found.get().visitor().name(), request, response);
    }
}
