package org.deskbell.settings;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages our pages speak, and in which of them somebody reads: what he chose in this browser, or what it asks for. */
public final class Languages {
    /** As BCP 47 tags; the first is spoken where nothing is known. */
    public static final List<String> ALL =
            List.of("en", "ar", "de", "es", "fr", "he", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "zh");

    private static final List<String> RIGHT_TO_LEFT = List.of("ar", "he");
    private static final String COOKIE = "deskbell-language";
    private static final int YEAR = 365 * 24 * 3600;

    private Languages() {}

    public static Locale of(HttpServletRequest request) {
        return Locale.forLanguageTag(chosen(request).or(() -> wanted(request)).orElse(ALL.get(0)));
    }

    /** What was chosen in this browser. */
    public static Optional<String> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Stream.of(cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(ALL::contains)
                .findFirst();
    }

    /** Keeps the choice in this browser; an empty one, or one that is not offered, is none. */
    public static void choose(HttpServletRequest request, HttpServletResponse response, String language) {
        boolean known = ALL.contains(language);
        // By hand: Payara 6.2024.8 drops the SameSite attribute of jakarta.servlet.http.Cookie.
        response.addHeader(
                "Set-Cookie",
                COOKIE + "=" + (known ? language : "") + "; Path=" + request.getContextPath() + "/; Max-Age="
                        + (known ? YEAR : 0) + "; HttpOnly; SameSite=Lax");
    }

    public static boolean rightToLeft(Locale locale) {
        return RIGHT_TO_LEFT.contains(tag(locale));
    }

    /** The language as it is written in {@link #ALL}. */
    public static String tag(Locale locale) {
        String language = locale.getLanguage();
        return language.equals("iw") ? "he" : language;
    }

    private static Optional<String> wanted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty(); // Without it the request has the server's own locale.
        }
        return Collections.list(request.getLocales()).stream()
                .map(Languages::tag)
                .filter(ALL::contains)
                .findFirst();
    }
}
