package org.deskbell.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Who may look at this server from the inside: the addresses in {@code deskbell.health.from}, and our own proxies. */
@ApplicationScoped
public class Insiders {
    private static final List<Network> LOOPBACK = Network.all("127.0.0.0/8, ::1");

    @Inject
    private Settings settings;

    @Inject
    private Proxies proxies;

    /** Whether state and figures are for him. A proxy that asks for itself may; those who come through it are who they are. */
    public boolean admits(HttpServletRequest request) {
        if (forwarded(request) && !proxies.trusts(request.getRemoteAddr())) return false;
        String client = proxies.client(request);
        return isIn(Network.all(settings.text(Setting.HEALTH_FROM)), client) || proxies.trusts(client);
    }

    /** Whether he asks on this very machine, and through nobody. */
    public static boolean isLocal(HttpServletRequest request) {
        return !forwarded(request) && isIn(LOOPBACK, request.getRemoteAddr());
    }

    private static boolean forwarded(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
    }

    private static boolean isIn(List<Network> networks, String address) {
        return Network.parse(address)
                .map(bytes -> networks.stream().anyMatch(network -> network.contains(bytes)))
                .orElse(false);
    }
}
