package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import org.deskbell.settings.Proxies;

/**
 * The careful headers of every answer, set before anybody else so that a servlet can set its own. Faces pages get their
 * Content-Security-Policy from PrimeFaces (web.xml), which knows the nonce of its own scripts.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PageHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data: blob:; "
            + "font-src 'self'; connect-src 'self'; media-src 'self'; frame-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'; script-src 'self'";
    private static final Set<String> ENTRANCES = Set.of("/login", "/setup", "/invite");

    @Inject
    private transient Proxies proxies;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean page = isFacesPage(path);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        // Calls are made in the inbox and in the chat's window, to which the page around it has to grant them.
        String devices = path.startsWith("/console/inbox") || path.startsWith("/demo/") ? "(self)" : "()";
        response.setHeader(
                "Permissions-Policy",
                "camera=" + devices + ", microphone=" + devices + ", geolocation=(), payment=(), usb=()");
        response.setHeader("Cache-Control", page ? "no-store" : "no-cache");
        if (!page) {
            response.setHeader("Content-Security-Policy", POLICY);
        }
        if (!path.startsWith("/widget/")) {
            response.setHeader("X-Frame-Options", "DENY");
            // The shop's chat may be opened in a window of its own, which has to find its opener.
            response.setHeader(
                    "Cross-Origin-Opener-Policy",
                    path.startsWith("/demo/") ? "same-origin-allow-popups" : "same-origin");
        }
        if (proxies.secure(request)) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        boolean upgrade = request.getHeader("Upgrade") != null;
        chain.doFilter(request, upgrade ? response : new RelativeRedirects(response));
    }

    /** Redirects without scheme and host: right behind any proxy, and never to somewhere else. */
    private static final class RelativeRedirects extends HttpServletResponseWrapper {
        RelativeRedirects(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) {
            if (!location.startsWith("/") || location.startsWith("//")) {
                throw new IllegalArgumentException("Only to an address of our own");
            }
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", location);
        }
    }

    private static boolean isFacesPage(String path) {
        return path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/")
                || ENTRANCES.contains(path)
                || path.startsWith("/console/") && path.indexOf('.') < 0 && !path.equals("/console/viewer");
    }
}
