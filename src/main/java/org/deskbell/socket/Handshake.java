package org.deskbell.socket;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/** Hands what the {@link Door} learned to the endpoint; WebSocket 2.1 gives each connection its own properties. */
public class Handshake extends ServerEndpointConfig.Configurator {
    static final String GUEST = "deskbell.guest";
    static final String SITE = "deskbell.site";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        if (request.getUserPrincipal() instanceof Admitted.GuestPrincipal admitted) {
            config.getUserProperties().put(GUEST, admitted.guest());
        }
        List<String> site = request.getParameterMap().getOrDefault("site", List.of());
        if (!site.isEmpty()) config.getUserProperties().put(SITE, site.get(0));
    }

    /** {@link Door} has checked it, with more knowledge. */
    @Override
    public boolean checkOrigin(String origin) {
        return true;
    }
}
