package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Tells {@link WarFile} where it is. A context that Weld injects answers only while a request runs, and mails are written in none. */
@WebListener
public class WarOpens implements ServletContextListener {
    @Inject
    private WarFile files;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        files.in(event.getServletContext());
    }
}
