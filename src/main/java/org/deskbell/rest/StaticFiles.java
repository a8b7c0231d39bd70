package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.deskbell.settings.Settings;

/** Lets browsers keep the widget's files for five minutes: the window then opens without asking us anything. */
@WebFilter({"/widget/*", "/shared/*", "/demo/*"})
public class StaticFiles extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(
                "Cache-Control",
                settings.development() ? "no-cache" : "public, max-age=300, stale-while-revalidate=86400");
        if (request.getRequestURI().endsWith("/widget/assist.js")) {
            // A module, which pages of any site import once their visitor has agreed.
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        chain.doFilter(request, response);
    }
}
