package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.deskbell.attachment.Policies;
import org.deskbell.settings.Address;
import org.deskbell.settings.Settings;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/**
 * The page inside the widget's frame. Who may frame it, the browser decides by its policy: the site's addresses, and
 * ourselves (the sample shop and the preview are our own pages).
 */
@WebServlet("/widget/window")
public class WidgetWindow extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String MARK = "<!--site-->";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; media-src 'self' data:; connect-src 'self' ws://%1$s wss://%1$s; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'%2$s";

    @Inject
    private transient Sites sites;

    @Inject
    private transient Settings settings;

    @Inject
    private transient Address address;

    @Inject
    private transient Policies policies;

    @Inject
    private transient WarFile files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Site> site = sites.byKey(request.getParameter("site"));
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Security-Policy", policy(site.get(), request));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        // For calls, once the visitor has said yes to them; the page around grants it to this frame by `allow`.
        response.setHeader(
                "Permissions-Policy", "camera=(self), microphone=(self), display-capture=(self), geolocation=()");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Cache-Control", settings.development() ? "no-cache" : "private, max-age=60");
        String words = "<script type=\"application/json\" id=\"site\">"
                + SiteWords.ofWindow(site.get(), policies.of(site.get().id()), address.of(request)) + "</script>";
        Body.of("text/html;charset=UTF-8", files.text("/widget/window.html").replace(MARK, words))
                .answer(request, response);
    }

    private static String policy(Site site, HttpServletRequest request) {
        String origins = site.origins().isEmpty() ? "" : " " + String.join(" ", site.origins());
        return POLICY.formatted(Address.host(request), origins);
    }
}
