package org.deskbell.socket;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.deskbell.operations.Drain;
import org.deskbell.protocol.Limits;

/** Carries frames where a WebSocket cannot: see protocol.md, "HTTP carrier". */
@WebServlet(
        urlPatterns = {"/carrier/chat/*", "/carrier/desk/*"},
        asyncSupported = true,
        loadOnStartup = 1)
public class CarrierServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int WAIT_MILLIS = 20_000;
    private static final int MOST_BYTES = Limits.MESSAGE * 3;

    @Inject
    private transient Drain drain;

    @Inject
    private transient Links links;

    @Inject
    private transient Connections connections;

    /** Payara 6 stops servlets first, then Tyrus drops its sockets without a word, and only then singletons hear of it. */
    @Override
    public void destroy() {
        connections.closeAll();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String type = request.getContentType();
        if (type == null || !type.startsWith("application/json")) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Send application/json");
            return;
        }
        boolean desk = request.getServletPath().equals("/carrier/desk");
        String step = request.getPathInfo();
        if (step == null || step.equals("/")) open(request, response, desk);
        else if (step.equals("/up")) up(request, response, desk);
        else if (step.equals("/down")) down(request, response, desk);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private void open(HttpServletRequest request, HttpServletResponse response, boolean desk) throws IOException {
        String secret = links.open(((Admitted) request).guest(), desk);
        if (secret == null) {
            if (drain.on()) over(response, CloseCodes.RESTART, "moving");
            else over(response, CloseCodes.TOO_MANY, "too many connections");
            return;
        }
        say(response, HttpServletResponse.SC_CREATED, "{\"link\":\"" + secret + "\"}");
    }

    private void up(HttpServletRequest request, HttpServletResponse response, boolean desk) throws IOException {
        Links.Link link = found(request, response, desk);
        if (link == null) return;
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) link.connection().expel(CloseCodes.TOO_LARGE, "message too large");
        else take(link.connection(), new String(body, StandardCharsets.UTF_8));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** One after the other, as on a socket. */
    private static void take(Connection connection, String message) {
        synchronized (connection) {
            connection.desk().message(message);
        }
    }

    private void down(HttpServletRequest request, HttpServletResponse response, boolean desk) throws IOException {
        Links.Link link = found(request, response, desk);
        if (link == null) return;
        AsyncContext async = request.startAsync();
        async.setTimeout(WAIT_MILLIS);
        async.addListener(new TimeOut(link.wire(), async));
        link.wire().await(async);
    }

    private Links.Link found(HttpServletRequest request, HttpServletResponse response, boolean desk)
            throws IOException {
        Links.Link link = links.find(request.getHeader("Deskbell-Link"), desk, ((Admitted) request).guest());
        if (link == null) {
            over(response, CloseCodes.ERROR, "unknown link");
            return null;
        }
        link.connection().heard(System.nanoTime());
        if (link.wire().ended() == null) return link;
        say(response, HttpServletResponse.SC_GONE, link.wire().ended());
        return null;
    }

    /** The twin of a close frame. */
    static void over(HttpServletResponse response, int code, String reason) throws IOException {
        say(response, HttpServletResponse.SC_GONE, HttpLink.ending(code, reason));
    }

    private static void say(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends a request that has waited long enough. */
    private record TimeOut(HttpLink wire, AsyncContext async) implements AsyncListener {
        @Override
        public void onTimeout(AsyncEvent event) {
            wire.timeOut(async);
        }

        @Override
        public void onComplete(AsyncEvent event) {
            // answered
        }

        @Override
        public void onError(AsyncEvent event) {
            wire.timeOut(async);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // it is not started again
        }
    }
}
