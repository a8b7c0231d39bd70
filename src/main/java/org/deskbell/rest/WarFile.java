package org.deskbell.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.settings.Settings;

/** Files as they are in the WAR; read once, except while somebody works on them. */
@ApplicationScoped
class WarFile {
    @Inject
    private Settings settings;

    private final Map<String, String> read = new ConcurrentHashMap<>();
    private volatile ServletContext context;

    void in(ServletContext started) {
        context = started;
    }

    String text(String path) throws IOException {
        String known = settings.development() ? null : read.get(path);
        if (known != null) {
            return known;
        }
        try (InputStream in = context.getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException(path);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            read.put(path, text);
            return text;
        }
    }
}
