package org.deskbell.bench.bare;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a weekend prototype does: text comes in, goes back to its sender and on to the peer. No storage, no JSON, no queue. */
@ServerEndpoint("/relay/{first}/{last}/{side}")
public class BareEndpoint {

    private static final Map<String, Session> SESSIONS = new ConcurrentHashMap<>();

    private String other;

    @OnOpen
    public void open(
            Session session,
            @PathParam("first") int first,
            @PathParam("last") int last,
            @PathParam("side") String side) {
        other = side.equals("visitor") ? "agent" : "visitor";
        for (int pair = first; pair <= last; pair++) {
            SESSIONS.put(side + pair, session);
        }
    }

    /** A message begins with the number of its pair and a blank. */
    @OnMessage
    public void text(Session session, String text) {
        Session peer = SESSIONS.get(other + text.substring(0, text.indexOf(' ')));
        session.getAsyncRemote().sendText(text);
        if (peer != null) {
            peer.getAsyncRemote().sendText(text);
        }
    }

    @OnClose
    public void close(Session session) {
        SESSIONS.values().removeIf(session::equals);
    }
}
