package org.deskbell.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A form was open for too long: leads back to a fresh copy of its page. */
@WebServlet("/expired")
public class Expired extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        Object page = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        boolean console = page instanceof String path && path.startsWith(request.getContextPath() + "/console/");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", console ? (String) page : request.getContextPath() + "/login?why=expired");
    }
}
