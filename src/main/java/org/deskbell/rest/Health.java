package org.deskbell.rest;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Says whether messages can be taken: 200 when the store answers, 503 when it does not. */
@WebServlet("/api/health")
public class Health extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private transient DataSource source;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = storeAnswers();
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getWriter().print(up ? "{\"status\":\"up\"}" : "{\"status\":\"down\",\"part\":\"store\"}");
    }

    private boolean storeAnswers() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
