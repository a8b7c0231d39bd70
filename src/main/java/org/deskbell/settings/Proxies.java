package org.deskbell.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is really asking, and by which address: what a header claims counts only when it comes from a proxy named in
 * {@code deskbell.proxies} (addresses or networks, comma separated; none by default).
 */
@ApplicationScoped
public class Proxies {
    private final List<Network> trusted;
    private final Optional<String> address;

    Proxies() {
        this(new Settings());
    }

    @Inject
    Proxies(Settings settings) {
        trusted = Network.all(settings.text(Setting.PROXIES));
        address = settings.find(Setting.ADDRESS).flatMap(Proxies::hostOf);
    }

    /** The client's address: the nearest one in the chain that is no proxy of ours. */
    public String client(HttpServletRequest request) {
        return client(request.getRemoteAddr(), headers(request, "X-Forwarded-For"));
    }

    String client(String peer, List<String> forwarded) {
        String client = peer;
        List<String> hops = new ArrayList<>(forwarded);
        Collections.reverse(hops);
        for (String hop : hops) {
            if (!trusts(client) || Network.parse(hop).isEmpty()) {
                break;
            }
            client = hop;
        }
        return canonical(client);
    }

    /** Whether the browser talks to us by TLS, as far as we or a proxy of ours can tell. */
    public boolean secure(HttpServletRequest request) {
        return request.isSecure()
                || trusts(request.getRemoteAddr())
                        && headers(request, "X-Forwarded-Proto").stream().anyMatch("https"::equalsIgnoreCase);
    }

    /**
     * Whether this {@code Origin} header is our own: its host and port are those the browser asked for, or those of
     * {@code deskbell.address}. A page elsewhere cannot forge either header.
     */
    public boolean own(String origin, HttpServletRequest request) {
        Optional<String> host = hostOf(origin);
        String asked = request.getHeader("Host");
        return host.isPresent()
                && (host.equals(address)
                        || asked != null
                                && host.get().equals(withoutUsualPort(origin, asked.toLowerCase(Locale.ROOT))));
    }

    /** The address for counting: an IPv6 client owns a whole /64. */
    public static String counted(String client) {
        Optional<byte[]> bytes = Network.parse(client).filter(address -> address.length == 16);
        return bytes.map(address -> canonical(Arrays.copyOf(Arrays.copyOf(address, 8), 16)) + "/64")
                .orElse(client);
    }

    /** Whether this address is one of ours. */
    public boolean trusts(String peer) {
        return Network.parse(peer)
                .map(bytes -> trusted.stream().anyMatch(network -> network.contains(bytes)))
                .orElse(false);
    }

    private static Optional<String> hostOf(String origin) {
        try {
            URI uri = URI.create(origin.toLowerCase(Locale.ROOT));
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null
                    ? Optional.of(withoutUsualPort(origin, uri.getRawAuthority()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutUsualPort(String origin, String authority) {
        String usual = origin.toLowerCase(Locale.ROOT).startsWith("https:") ? ":443" : ":80";
        return authority.endsWith(usual) ? authority.substring(0, authority.length() - usual.length()) : authority;
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String canonical(String client) {
        return Network.parse(client).map(Proxies::canonical).orElse(client);
    }

    private static String canonical(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
