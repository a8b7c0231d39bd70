package org.deskbell.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By which address browsers reach this installation: {@code deskbell.address} where the operator has said it, else what
 * the request says, as far as that can be believed. Without a slash at its end.
 */
@ApplicationScoped
public class Address {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    @Inject
    private Settings settings;

    @Inject
    private Proxies proxies;

    /** As the operator has said it: what is written without a request, such as a mail, knows no other. */
    public Optional<String> said() {
        return settings.find(Setting.ADDRESS).map(address -> address.replaceFirst("/+$", ""));
    }

    public String of(HttpServletRequest request) {
        return said().orElseGet(() -> scheme(request) + "://" + host(request) + request.getContextPath());
    }

    private String scheme(HttpServletRequest request) {
        return proxies.secure(request) ? "https" : "http";
    }

    /** The host the browser asked for. Of a header that could carry anything, only what is a host: it ends up in policies. */
    public static String host(HttpServletRequest request) {
        String asked = request.getHeader("Host");
        return asked != null && HOST.matcher(asked).matches() ? asked : "localhost";
    }
}
