package org.deskbell.staff;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/** How the session's cookie is sent: never to scripts, never from other sites, only by TLS where that is our address. */
@WebListener
public class SessionCookie implements ServletContextListener {
    @Inject
    private Settings settings;

    // Not in web.xml: Payara 6.2024.8 fails on cookie-config/attribute.
    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName("deskbell");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setSecure(settings.text(Setting.ADDRESS).startsWith("https:"));
    }
}
