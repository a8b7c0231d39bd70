package org.deskbell.socket;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.deskbell.settings.Proxies;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;
import org.deskbell.staff.Agent;
import org.deskbell.staff.Staff;

/**
 * Stands before the sockets and their HTTP twin: checks {@code Origin} (no container does) and who is logged in, while there is still a
 * request to refuse. What it learned travels on in the request, as a {@link Guest}.
 */
@WebFilter(
        urlPatterns = {"/chat", "/desk", "/carrier/*"},
        asyncSupported = true)
public class Door implements Filter {
    static final String PROTOCOL = "deskbell.v1";
    /** What browsers say of a page that was opened from disk; Chromium says it in full. */
    private static final Set<String> FROM_DISK = Set.of("null", "file://");

    @Inject
    private Staff staff;

    @Inject
    private Sites sites;

    @Inject
    private Proxies proxies;

    @Inject
    private Doorman doorman;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        enter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        boolean desk = path.equals("/desk") || path.startsWith("/carrier/desk");
        boolean carrier = path.startsWith("/carrier/");
        boolean plain = !carrier && !desk && !offersProtocol(request);
        if (!carrier && !isUpgrade(request)) {
            response.setHeader("Upgrade", "websocket");
            response.sendError(426, "Open a WebSocket here");
            return;
        }
        if (!(plain ? plainMayEnter(request) : fromOurPages(request))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "This page may not connect");
            return;
        }
        Agent agent = desk ? staff.current(request).orElse(null) : null;
        if (desk && agent == null) {
            // The end of a link is told as such, whether the link or this request hears first that its log-in is over.
            if (path.startsWith("/carrier/desk/")) CarrierServlet.over(response, CloseCodes.POLICY, "logged out");
            else response.sendError(HttpServletResponse.SC_UNAUTHORIZED, "Log in first");
            return;
        }
        String logIn = desk ? staff.logIn(request) : null;
        Guest guest = new Guest(
                Proxies.counted(proxies.client(request)),
                Browser.describe(request.getHeader("User-Agent")),
                agent,
                logIn);
        long wait = plain
                ? doorman.secondsLeft(guest.address())
                : desk && opens(path) ? doorman.secondsLeft(agent.id()) : 0;
        if (wait > 0) {
            response.setHeader("Retry-After", Long.toString(wait));
            response.sendError(429, "Too many messages came from you");
            return;
        }
        chain.doFilter(new Admitted(request, guest), response);
    }

    /** Whether this begins a connection; requests of a link that is open go on. */
    private static boolean opens(String path) {
        return !path.endsWith("/up") && !path.endsWith("/down");
    }

    private static boolean isUpgrade(HttpServletRequest request) {
        String upgrade = request.getHeader("Upgrade");
        return upgrade != null && upgrade.toLowerCase(Locale.ROOT).contains("websocket");
    }

    private static boolean offersProtocol(HttpServletRequest request) {
        String offered = request.getHeader("Sec-WebSocket-Protocol");
        return offered != null
                && Stream.of(offered.split(",")).map(String::strip).anyMatch(PROTOCOL::equals);
    }

    /** The widget's page and the console are ours, whatever page they are embedded in. */
    private boolean fromOurPages(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) return !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        return proxies.own(origin, request);
    }

    /** A script has no origin, a page from disk has none worth the name; any other page must be one of the site's. */
    private boolean plainMayEnter(HttpServletRequest request) {
        Site site = PlainSite.of(request.getParameter("site"), sites);
        if (site == null || !site.plainClients()) return false;
        String origin = request.getHeader("Origin");
        return origin == null || FROM_DISK.contains(origin) || site.allows(origin) || fromOurPages(request);
    }
}
