package org.deskbell.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/**
 * To whom this server sends at all. A browser names the address, and who pretends to be one could name any inside the house: so it is one of the
 * push services of the browsers there are, or one that {@code deskbell.push.hosts} names.
 */
@ApplicationScoped
class PushServices {
    /** Of Chromium, Firefox, Safari and Edge. */
    private static final List<String> KNOWN =
            List.of("fcm.googleapis.com", "*.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com");

    private final List<String> more;

    /** For the container's proxy. */
    PushServices() {
        this(new Settings());
    }

    @Inject
    PushServices(Settings settings) {
        more = Stream.of(settings.text(Setting.PUSH_HOSTS).split(","))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    boolean takes(String endpoint) {
        try {
            URI uri = URI.create(endpoint);
            if (uri.getScheme() == null || uri.getHost() == null) return false;
            if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) return false;
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            int port = uri.getPort() == (scheme.equals("https") ? 443 : 80) ? -1 : uri.getPort();
            String at = port == -1 ? host : host + ":" + port;
            return Stream.concat(KNOWN.stream(), more.stream()).anyMatch(named -> fits(named, scheme, at));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Without TLS only where it is named so. */
    private static boolean fits(String named, String scheme, String at) {
        String full = named.contains("://") ? named : "https://" + named;
        if (full.startsWith("https://*.")) return scheme.equals("https") && at.endsWith(full.substring(9));
        return full.equals(scheme + "://" + at);
    }
}
