package org.deskbell.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.deskbell.conversation.Side;
import org.deskbell.settings.Refused;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/**
 * Takes a file in: as the site's policy allows, as a stream into a temporary file, and into its place once it is known what it is. Refuses
 * {@code files-off}, {@code too-fast}, {@code too-large}, {@code quota}, {@code empty}, {@code bad-type}, {@code too-many-pixels},
 * {@code no-room}, {@code busy}, {@code storage}.
 */
@ApplicationScoped
public class Uploads {
    private static final System.Logger LOG = System.getLogger(Uploads.class.getName());
    private static final int BUFFER = 16_384;
    private static final Duration SPAN = Duration.ofMinutes(10);
    private static final int OF_VISITOR = 40;
    private static final int OF_AGENT = 400;

    @Inject
    private Policies policies;

    @Inject
    private Attachments attachments;

    @Inject
    private Places places;

    @Inject
    private Pictures pictures;

    @Inject
    private Settings settings;

    /** What can be refused before the first byte; {@code length} is what the request says, or -1. */
    public void admit(Uploader who, long length) {
        Policy policy = policies.of(who.site());
        if (!policy.enabled()) throw new Refused("files-off");
        if (length > policy.bytes()) throw new Refused("too-large");
        int most = (who.side() == Side.VISITOR ? OF_VISITOR : OF_AGENT) * settings.number(Setting.RATE_EASE);
        if (attachments.lately(who, SPAN) >= most) throw new Refused("too-fast");
        quotaFor(who, policy, Math.max(0, length));
        roomFor(Math.max(0, length));
    }

    /** Blocks until the last byte has come: not for a thread that others wait for. */
    public Attachment take(Uploader who, String name, InputStream body) throws IOException {
        Policy policy = policies.of(who.site());
        Path file = fresh();
        try {
            byte[] head = receive(body, file, policy.bytes());
            FileType type = FileType.of(head).orElseThrow(() -> new Refused("bad-type"));
            // Not every request has said beforehand how long it is.
            quotaFor(who, policy, Files.size(file));
            roomFor(Files.size(file));
            Optional<Picture> picture = pictures.of(file, type);
            return keep(who, policy, FileName.clean(name, type), type, file, picture);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Attachment keep(
            Uploader who, Policy policy, String name, FileType type, Path file, Optional<Picture> picture) {
        try {
            Attachment kept = attachments.keep(who, policy.together(), name, type, file, picture);
            LOG.log(Level.INFO, "A file was uploaded: {0}, {1} bytes", type.media(), String.valueOf(kept.size()));
            return kept;
        } catch (IOException | RuntimeException failure) {
            throw notKept(failure);
        }
    }

    private Path fresh() {
        try {
            return Files.createTempFile(Places.incoming(), "deskbell", ".upload");
        } catch (IOException failure) {
            throw notKept(failure);
        }
    }

    /** All of it into the file; the beginning comes back. */
    private byte[] receive(InputStream body, Path file, long most) throws IOException {
        byte[] head = body.readNBytes(FileType.HEAD);
        if (head.length == 0) throw new Refused("empty");
        try (OutputStream out = Files.newOutputStream(file)) {
            long size = head.length;
            write(out, head, head.length);
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > most) throw new Refused("too-large");
                write(out, buffer, read);
            }
        }
        return head;
    }

    private void write(OutputStream out, byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException failure) {
            throw notKept(failure);
        }
    }

    /** What the disk refuses where there is room has another cause, and is not called full. */
    private Refused notKept(Exception failure) {
        LOG.log(Level.WARNING, "A file was not kept: {0}", failure.getClass().getName());
        return new Refused(haveRoom() ? "storage" : "no-room");
    }

    private void quotaFor(Uploader who, Policy policy, long bytes) {
        if (attachments.counted(who) + bytes > policy.quota() * Policy.MEGABYTE) throw new Refused("quota");
    }

    private void roomFor(long bytes) {
        long most = settings.number(Setting.ATTACHMENTS_MOST) * Policy.MEGABYTE;
        if (!haveRoom() || attachments.total() + bytes > most) {
            LOG.log(Level.WARNING, "There is no room for files");
            throw new Refused("no-room");
        }
    }

    private boolean haveRoom() {
        try {
            return places.haveRoom();
        } catch (IOException unreadable) {
            LOG.log(
                    Level.WARNING,
                    "Files have no place, please look at deskbell.attachments: {0}",
                    unreadable.toString());
            throw new Refused("storage");
        }
    }
}
