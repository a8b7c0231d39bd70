package org.deskbell.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;

/** A form was open for too long: leads back to a fresh copy of its page. */
@WebServlet("/expired")
public class Expired extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        Object page = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        boolean console = page instanceof String path && path.startsWith(request.getContextPath() + "/console/");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                console ? page + query(request, (String) page) : request.getContextPath() + "/login?why=expired");
    }

    /** What the page was about: a form is sent to its page's bare address, and only {@code Referer} still says it. */
    private static String query(HttpServletRequest request, String page) {
        try {
            URI from = new URI(String.valueOf(request.getHeader("Referer")));
            boolean same = page.equals(from.getRawPath()) && from.getRawQuery() != null;
            return same ? "?" + from.getRawQuery() : "";
        } catch (URISyntaxException notOurs) {
            return "";
        }
    }
}
