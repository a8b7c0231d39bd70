package org.deskbell.staff;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks a browser in which this agent has logged in before, so that strangers who try his password elsewhere cannot
 * lock him out here. Signed with the agent's password hash: another password makes it worthless.
 */
final class DeviceCookie {
    private static final String NAME = "deskbell-device";
    private static final int YEAR = 365 * 24 * 3600;

    private DeviceCookie() {}

    /** The device's id when the browser's cookie is good for this agent. */
    static Optional<String> device(HttpServletRequest request, String login, String passwordHash) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Stream.of(cookies)
                .filter(cookie -> NAME.equals(cookie.getName()))
                .map(cookie -> cookie.getValue().split("\\.", 2))
                .filter(parts -> parts.length == 2 && same(parts[1], sign(parts[0], login, passwordHash)))
                .map(parts -> parts[0])
                .findFirst();
    }

    static void give(
            HttpServletRequest request, HttpServletResponse response, String login, String hash, boolean secure) {
        String id = device(request, login, hash).orElseGet(DeviceCookie::random);
        // By hand: Payara 6.2024.8 drops the SameSite attribute of jakarta.servlet.http.Cookie.
        response.addHeader(
                "Set-Cookie",
                NAME + "=" + id + "." + sign(id, login, hash) + "; Path=" + request.getContextPath() + "/"
                        + "; Max-Age=" + YEAR + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""));
    }

    private static String random() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String sign(String id, String login, String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hash.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = mac.doFinal(("device|" + login + "|" + id).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
