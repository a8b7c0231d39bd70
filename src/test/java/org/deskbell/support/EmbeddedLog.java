package org.deskbell.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/** One line per event on standard error: Deskbell's own news, and of the server only its errors. */
public final class EmbeddedLog implements Filter {
    private static final String CONFIGURATION =
            """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=INFO
            java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
            java.util.logging.ConsoleHandler.filter=org.deskbell.support.EmbeddedLog
            java.util.logging.SimpleFormatter.format=%1$tT %4$-7s %5$s%6$s%n
            .level=WARNING
            org.deskbell.level=INFO
            """;

    @Override
    public boolean isLoggable(LogRecord event) {
        String logger = String.valueOf(event.getLoggerName());
        return logger.startsWith("org.deskbell") || event.getLevel().intValue() >= Level.SEVERE.intValue();
    }

    static void quiet() {
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
