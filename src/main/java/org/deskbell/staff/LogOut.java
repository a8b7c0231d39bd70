package org.deskbell.staff;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ends the session; only by POST, and {@link CrossSite} lets no other site's page send one. */
@WebServlet("/logout")
public class LogOut extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LogIn logIn;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        logIn.leave(request, response);
        String name = getServletContext().getSessionCookieConfig().getName();
        String path = request.getContextPath().isEmpty() ? "/" : request.getContextPath();
        response.addHeader("Set-Cookie", name + "=; Path=" + path + "; Max-Age=0; HttpOnly; SameSite=Lax");
        response.sendRedirect(request.getContextPath() + "/login?why=out");
    }
}
