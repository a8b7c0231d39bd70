package org.deskbell.socket;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;

/**
 * A request whose guest is known. The guest travels as the principal: of all a servlet request has, Tyrus 2.1 and Undertow 2.3 hand on
 * headers, parameters and the principal to the handshake, and only the last cannot come from the client.
 */
final class Admitted extends HttpServletRequestWrapper {
    private final Guest guest;

    Admitted(HttpServletRequest request, Guest guest) {
        super(request);
        this.guest = guest;
    }

    Guest guest() {
        return guest;
    }

    @Override
    public Principal getUserPrincipal() {
        return new GuestPrincipal(guest);
    }

    /** None: Tyrus 2.1.5 cuts a socket when the session of its request ends, where we close it with a code of our own. */
    @Override
    public HttpSession getSession(boolean create) {
        return null;
    }

    /** A guest where a principal is expected. */
    record GuestPrincipal(Guest guest) implements Principal {
        @Override
        public String getName() {
            return guest.agent() == null ? "visitor" : guest.agent().login();
        }
    }
}
