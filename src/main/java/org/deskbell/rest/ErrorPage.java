package org.deskbell.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says kindly that something did not work, and never why in the server's words. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(ErrorPage.class.getName());
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>%2$s · Deskbell</title>
              <link rel="icon" href="%1$s/shared/deskbell.svg" type="image/svg+xml">
              <link rel="stylesheet" href="%1$s/shared/tokens.css">
              <link rel="stylesheet" href="%1$s/shared/page.css">
            </head>
            <body class="entrance">
            <main class="entrance-card">
              <h1>%2$s</h1>
              <p>%3$s</p>
              <p><a class="button" href="%1$s/">Go to the start</a></p>
            </main>
            </body>
            </html>
            """;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer given ? given : HttpServletResponse.SC_NOT_FOUND;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            LOG.log(System.Logger.Level.ERROR, "A page failed", thrown);
        }
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(PAGE.formatted(request.getContextPath(), title(status), advice(status)));
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Please log in";
            case 403 -> "This is not for you";
            case 404 -> "There is nothing here";
            case 405, 400 -> "That did not work";
            case 503 -> "One moment, please";
            default -> status < 500 ? "That did not work" : "Something went wrong on our side";
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 401 -> "You are not logged in, or not any more.";
            case 403 -> "Your account may not open this page. An administrator can change that.";
            case 404 -> "The address may be mistyped, or the page has moved.";
            default ->
                status < 500 ? "Please go back and try again." : "It has been noted. Please try again in a minute.";
        };
    }
}
