package org.deskbell.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/** Whether there is room on a disk: by itself it looks after the folder for temporary files. */
@ApplicationScoped
public class FreeSpace implements Check {
    private static final long MEGABYTE = 1_000_000;

    @Inject
    private Settings settings;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public boolean passes() throws IOException {
        return enough(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Whether what {@code deskbell.health.disk} asks for is free where this file or folder is. */
    public boolean enough(Path place) throws IOException {
        return enough(place, settings.number(Setting.HEALTH_DISK));
    }

    static boolean enough(Path place, long megabytes) throws IOException {
        return Files.getFileStore(place).getUsableSpace() >= megabytes * MEGABYTE;
    }
}
