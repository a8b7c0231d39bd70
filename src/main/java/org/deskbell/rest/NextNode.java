package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.deskbell.bus.Neighbours;
import org.deskbell.operations.Drain;
import org.deskbell.settings.Proxies;

/**
 * While this node is drained, lets a balancer that does not ask for our health find another one: what begins something new gets 503, which the
 * balancer takes for a failed try. Who comes without one, or where there is no other node, is told by a close code as ever, and pages go on.
 */
@WebFilter(
        urlPatterns = {"/chat", "/desk", "/carrier/*", "/login", "/console/*"},
        asyncSupported = true)
public class NextNode extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int SOON = 3;

    @Inject
    private transient Drain drain;

    @Inject
    private transient Neighbours neighbours;

    @Inject
    private transient Proxies proxies;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean elsewhere = drain.on() && !neighbours.alone() && proxies.trusts(request.getRemoteAddr());
        if (elsewhere && begins(request)) {
            response.setIntHeader("Retry-After", SOON);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "This server goes out of service");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A page, a socket, or a link of HTTP requests; forms and open links are finished here. */
    private static boolean begins(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                || request.getServletPath().startsWith("/carrier/") && request.getPathInfo() == null;
    }
}
