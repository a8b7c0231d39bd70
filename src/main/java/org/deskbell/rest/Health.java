package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deskbell.operations.Drain;
import org.deskbell.operations.Meters;
import org.deskbell.operations.Readiness;
import org.deskbell.settings.Insiders;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/**
 * For load balancers and monitors: {@code live}, {@code ready}, {@code metrics} and {@code drain}. Stock Payara keeps {@code /health} and
 * {@code /metrics} for itself where Deskbell is at the root, so everything is at {@code /api/health} too.
 */
@WebServlet({"/health/*", "/api/health/*"})
public class Health extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Insiders insiders;

    @Inject
    private transient Readiness readiness;

    @Inject
    private transient Meters meters;

    @Inject
    private transient Drain drain;

    @Inject
    private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!insiders.admits(request)) {
            say(response, 403, "{\"status\":\"not for this address\"}");
            return;
        }
        String asked = request.getPathInfo();
        if (asked == null || asked.equals("/") || asked.equals("/ready")) ready(response);
        else if (asked.equals("/live")) say(response, 200, "{\"status\":\"live\"}");
        else if (asked.equals("/metrics")) metrics(response);
        else if (asked.equals("/drain")) drained(response);
        else response.sendError(404);
    }

    /** Out of service: for scripts on this very machine that know the token. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        change(request, response, drain::begin);
    }

    /** In service again. */
    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        change(request, response, drain::end);
    }

    private void change(HttpServletRequest request, HttpServletResponse response, Runnable change) throws IOException {
        if (!"/drain".equals(request.getPathInfo())) {
            response.sendError(405);
        } else if (!Insiders.isLocal(request) || !knowsToken(request)) {
            say(response, 403, "{\"status\":\"not allowed\"}");
        } else {
            change.run();
            drained(response);
        }
    }

    private boolean knowsToken(HttpServletRequest request) {
        String said = request.getHeader("Authorization");
        byte[] token = ("Bearer " + settings.text(Setting.DRAIN_TOKEN)).getBytes(StandardCharsets.UTF_8);
        return settings.find(Setting.DRAIN_TOKEN).isPresent()
                && said != null
                && MessageDigest.isEqual(token, said.getBytes(StandardCharsets.UTF_8));
    }

    private void drained(HttpServletResponse response) throws IOException {
        int left = drain.left();
        String state = !drain.on() ? "in service" : left > 0 ? "draining" : "empty";
        say(response, 200, "{\"status\":\"" + state + "\",\"left\":" + left + "}");
    }

    private void ready(HttpServletResponse response) throws IOException {
        List<String> problems = new ArrayList<>(readiness.problems());
        if (drain.on()) problems.add("draining");
        if (problems.isEmpty()) say(response, 200, "{\"status\":\"ready\"}");
        else say(response, 503, "{\"status\":\"not ready\",\"reasons\":" + list(problems) + "}");
    }

    private static String list(List<String> words) {
        return words.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private void metrics(HttpServletResponse response) throws IOException {
        byte[] text = meters.print().getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;version=0.0.4;charset=utf-8");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    private static void say(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getWriter().print(json);
    }
}
