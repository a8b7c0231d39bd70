package org.deskbell.staff;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Hears from the container that a session is over. */
@WebListener
public class SessionEnds implements HttpSessionListener {
    @Inject
    private LogIn logIn;

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        logIn.ending(event.getSession());
    }
}
