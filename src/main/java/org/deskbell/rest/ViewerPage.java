package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/**
 * The page inside the console's frame in which a customer's page is rebuilt. Its policy holds for what is rebuilt in it too: no script but
 * ours, no connection, pictures and styles from the site's own addresses and those its owner named, and from nowhere else.
 */
@WebServlet("/console/viewer")
public class ViewerPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'%1$s; "
            + "img-src data:%1$s; font-src data:%1$s; frame-src 'self'; form-action 'none'; base-uri 'none'; "
            + "frame-ancestors 'self'";

    @Inject
    private transient Sites sites;

    @Inject
    private transient WarFile files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Site> site = sites.byKey(request.getParameter("site"));
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Security-Policy", POLICY.formatted(sources(site.get())));
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        Body.of("text/html;charset=UTF-8", files.text("/console/viewer.html")).answer(request, response);
    }

    /** Ourselves too: the sample shop is a page of our own. */
    private static String sources(Site site) {
        Set<String> hosts = new LinkedHashSet<>();
        hosts.add("'self'");
        hosts.addAll(site.origins());
        hosts.addAll(site.assetHosts());
        return " " + String.join(" ", hosts);
    }
}
