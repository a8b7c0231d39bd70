package org.deskbell.socket;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;

/** Where agents connect: the console of one who is logged in. */
@ServerEndpoint(value = "/desk", subprotocols = Door.PROTOCOL, configurator = Handshake.class)
public class DeskEndpoint {
    @Inject
    private Reception reception;

    private Caller caller;

    @OnOpen
    public void open(Session session) {
        caller = reception.agent(session);
    }

    @OnMessage
    public void text(String part, boolean last) {
        caller.text(part, last);
    }

    @OnMessage
    public void binary(ByteBuffer part, boolean last) {
        caller.binary();
    }

    @OnMessage
    public void pong(PongMessage pong) {
        caller.alive();
    }

    @OnClose
    public void close(CloseReason reason) {
        if (caller != null) caller.gone();
    }

    @OnError
    public void error(Throwable failure) {
        if (caller != null) caller.failed(failure);
    }
}
