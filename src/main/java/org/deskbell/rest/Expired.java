package org.deskbell.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A form was open for too long: leads back to a fresh copy of its page. */
@WebServlet("/expired")
public class Expired extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object page = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (page instanceof String path && path.startsWith(request.getContextPath() + "/console/")) {
            response.sendRedirect(path);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?why=expired");
        }
    }
}
