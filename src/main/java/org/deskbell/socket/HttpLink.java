package org.deskbell.socket;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** The HTTP twin of a socket: what is to be sent waits for the client's next request, one answer at a time. */
final class HttpLink implements Wire {
    private static final System.Logger LOG = System.getLogger(HttpLink.class.getName());
    private static final String NOTHING = "[]";

    private AsyncContext poll;
    private String waiting;
    private Sent sent;
    private String closed;

    @Override
    public void send(String text, Sent done) {
        AsyncContext to;
        String message = text.charAt(0) == '[' ? text : "[" + text + "]";
        synchronized (this) {
            if (closed != null) {
                to = null;
            } else if (poll == null) {
                waiting = message;
                sent = done;
                return;
            } else {
                to = poll;
                poll = null;
            }
        }
        done.done(to != null && answer(to, HttpServletResponse.SC_OK, message));
    }

    /** The client waits for frames. An earlier request of his that still waits is ended. */
    void await(AsyncContext request) {
        AsyncContext earlier;
        String message;
        Sent done;
        synchronized (this) {
            earlier = poll;
            message = waiting;
            done = sent;
            waiting = null;
            sent = null;
            poll = message == null && closed == null ? request : null;
        }
        if (earlier != null) answer(earlier, HttpServletResponse.SC_OK, NOTHING);
        if (message != null) done.done(answer(request, HttpServletResponse.SC_OK, message));
        else if (ended() != null) answer(request, HttpServletResponse.SC_GONE, ended());
    }

    /** The request has waited long enough. */
    void timeOut(AsyncContext request) {
        synchronized (this) {
            if (poll != request) return;
            poll = null;
        }
        answer(request, HttpServletResponse.SC_OK, NOTHING);
    }

    /** How it ended, as the body of a 410, or null. */
    synchronized String ended() {
        return closed;
    }

    @Override
    public String carrier() {
        return "http";
    }

    @Override
    public void ping() {
        // The client's own requests are the sign of life.
    }

    @Override
    public void close(int code, String reason) {
        AsyncContext last;
        synchronized (this) {
            if (closed != null) return;
            closed = ending(code, reason);
            last = poll;
            poll = null;
        }
        if (last != null) answer(last, HttpServletResponse.SC_GONE, closed);
    }

    /** Code and reason as the body of a 410; reasons are our own words and need no escaping. */
    static String ending(int code, String reason) {
        return "{\"code\":" + code + ",\"reason\":\"" + reason + "\"}";
    }

    private static boolean answer(AsyncContext to, int status, String body) {
        try {
            HttpServletResponse response = (HttpServletResponse) to.getResponse();
            response.setStatus(status);
            response.setContentType("application/json");
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            to.complete();
            return true;
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "An answer was not taken", gone);
            return false;
        }
    }
}
