package org.deskbell.operations;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/**
 * With {@code deskbell.log.format=json}: our own events go to the process's standard output, one line of JSON each, and no more
 * through the server's handlers, whose own events stay as they are. Both servers log by java.util.logging (WildFly by a
 * log manager of its own), so a handler on our logger is all it takes.
 */
@ApplicationScoped
public class JsonLog {
    /** Kept: a logger nobody holds may be collected, and its handler with it. */
    private final Logger ours = Logger.getLogger("org.deskbell");

    @Inject
    private Settings settings;

    private Handler handler;

    /** Does nothing where it is not asked for. */
    public void begin() {
        if (!settings.text(Setting.LOG_FORMAT).equals("json")) return;
        // Not System.out: both servers catch it and make it events of their own.
        handler = new Lines(new FileOutputStream(FileDescriptor.out));
        handler.setLevel(Level.ALL);
        ours.addHandler(handler);
        ours.setUseParentHandlers(false);
    }

    /** The server's loggers outlive this application. */
    @PreDestroy
    void end() {
        if (handler == null) return;
        ours.setUseParentHandlers(true);
        ours.removeHandler(handler);
    }

    /** Writes each event at once. */
    private static final class Lines extends StreamHandler {
        Lines(OutputStream out) {
            super(out, new JsonLine());
        }

        @Override
        public synchronized void publish(LogRecord event) {
            super.publish(event);
            flush();
        }
    }
}
