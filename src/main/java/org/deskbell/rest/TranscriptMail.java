package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.mail.MailSession;
import org.deskbell.mail.Order;
import org.deskbell.mail.Outgoing;
import org.deskbell.settings.Refused;
import org.deskbell.visitor.Visitor;

/**
 * A visitor has his conversation sent to him by mail: GET says whether that can be, POST asks for it. What he wrote goes to an address he names, so only
 * where an agent has taken part: words nobody has answered are no way to send mails to strangers. Where there is no mail, GET says so by 204.
 */
@WebServlet("/widget/transcript/mail")
public class TranscriptMail extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String REF = "[A-Za-z0-9-]{1,64}";

    /** Orders at a time: each waits for the others with a connection to the store, which those who chat need too. */
    private static final int AT_ONCE = 4;

    private final transient Semaphore places = new Semaphore(AT_ONCE);

    @Inject
    private transient VisitorsOwn own;

    @Inject
    private transient Conversations conversations;

    @Inject
    private transient MailSession session;

    @Inject
    private transient Outgoing outgoing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!session.isThere()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        Optional<VisitorsOwn.Found> found = find(request, response);
        if (found.isEmpty()) return;
        Visitor visitor = found.get().visitor();
        JsonObjectBuilder told = Json.createObjectBuilder().add("answered", isAnswered(found.get()));
        if (visitor.email() != null) told.add("address", visitor.email());
        response.setContentType("application/json");
        response.getOutputStream().write(told.build().toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!places.tryAcquire()) {
            MailProblem.of("busy").answer(response);
            return;
        }
        try {
            order(request, response);
        } finally {
            places.release();
        }
    }

    private void order(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<VisitorsOwn.Found> found = find(request, response);
        if (found.isEmpty()) return;
        try {
            outgoing.take(order(found.get(), request));
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } catch (Refused no) {
            MailProblem.of(no.reason()).answer(response);
        }
    }

    private Order order(VisitorsOwn.Found found, HttpServletRequest request) {
        String ref = request.getParameter("ref");
        if (ref == null || !ref.matches(REF)) throw new Refused("malformed");
        if (!isAnswered(found)) throw new Refused("unanswered");
        Conversation conversation = found.conversation();
        return new Order(
                conversation.site(),
                conversation.id(),
                found.visitor().id(),
                ref,
                request.getParameter("address"),
                TranscriptWords.languageOf(request.getParameter("language")),
                TranscriptWords.zoneOf(request.getParameter("zone")).getId());
    }

    private boolean isAnswered(VisitorsOwn.Found found) {
        return conversations.answered(found.conversation().id());
    }

    private Optional<VisitorsOwn.Found> find(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        Optional<VisitorsOwn.Found> found = session.isThere() ? own.conversation(request) : Optional.empty();
        if (found.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return found;
    }
}
