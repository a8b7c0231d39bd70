package org.deskbell.staff;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser's secret of a log-in; it ends with the browser, and for the server when its row does. */
final class LogInCookie {
    private static final String NAME = "deskbell-login";

    private LogInCookie() {}

    static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Stream.of(cookies)
                .filter(cookie ->
                        NAME.equals(cookie.getName()) && !cookie.getValue().isEmpty())
                .map(Cookie::getValue)
                .findFirst();
    }

    static void give(HttpServletRequest request, HttpServletResponse response, String token, boolean secure) {
        // By hand: Payara 6.2024.8 drops the SameSite attribute of jakarta.servlet.http.Cookie.
        response.addHeader(
                "Set-Cookie",
                NAME + "=" + token + "; Path=" + request.getContextPath() + "/; HttpOnly; SameSite=Lax"
                        + (token.isEmpty() ? "; Max-Age=0" : "")
                        + (secure ? "; Secure" : ""));
    }
}
