package org.deskbell.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.ResourceBundle;
import org.deskbell.settings.Languages;

/** Says kindly that something did not work, and never why in the server's words. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(ErrorPage.class.getName());
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%5$s" dir="%6$s">
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
              <p><a class="button" href="%1$s/">%4$s</a></p>
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
        Locale locale = Languages.of(request);
        ResourceBundle words = ResourceBundle.getBundle("messages", locale);
        response.getWriter()
                .print(PAGE.formatted(
                        request.getContextPath(),
                        words.getString("error." + title(status)),
                        words.getString("error." + advice(status) + ".hint"),
                        words.getString("error.start"),
                        Languages.tag(locale),
                        Languages.rightToLeft(locale) ? "rtl" : "ltr"));
    }

    private static String title(int status) {
        return status == HttpServletResponse.SC_SERVICE_UNAVAILABLE ? "503" : advice(status);
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403, 404 -> String.valueOf(status);
            default -> status < 500 ? "4xx" : "5xx";
        };
    }
}
