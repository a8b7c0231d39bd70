package org.deskbell.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.attachment.Attachment;
import org.deskbell.attachment.Attachments;
import org.deskbell.attachment.Part;
import org.deskbell.attachment.Policies;
import org.deskbell.attachment.Uploader;
import org.deskbell.attachment.Uploads;
import org.deskbell.settings.Refused;

/**
 * Files of messages: one is brought by {@code POST /files} as its bare bytes and fetched by {@code GET /files/ID}, or {@code /thumbnail} or
 * {@code /view} behind it for pictures the server has made of it. Who may not is told the same as who asks for what is not there.
 */
@WebServlet(urlPatterns = "/files/*", asyncSupported = true)
public class Files extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(Files.class.getName());
    private static final int PATIENCE_MILLIS = 600_000;
    private static final int AT_ONCE = 4;
    private static final int BUFFER = 16_384;
    private static final int MOST_IN_VAIN = 12_000_000;
    private static final String POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

    @Inject
    private transient FileGate gate;

    @Inject
    private transient Uploads uploads;

    @Inject
    private transient Attachments attachments;

    @Inject
    private transient Policies policies;

    @Inject
    private transient Lanes lanes;

    private final transient Map<String, Integer> coming = new ConcurrentHashMap<>();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Uploader> found = request.getPathInfo() == null ? gate.uploader(request) : Optional.empty();
        if (found.isEmpty()) {
            FileProblem.missing().answer(response);
            return;
        }
        Uploader who = found.get();
        if (gate.keepsAway(request)) {
            problem("too-fast", who).answer(response);
            return;
        }
        String key = who.side() + " " + who.id();
        if (coming.merge(key, 1, Integer::sum) > AT_ONCE) {
            left(key);
            problem("busy", who).answer(response);
            return;
        }
        AsyncContext async = request.startAsync();
        async.setTimeout(PATIENCE_MILLIS);
        String name = name(request);
        boolean taken = lanes.up(() -> {
            try {
                take(who, name, request, response);
            } finally {
                left(key);
                async.complete();
            }
        });
        if (!taken) {
            left(key);
            problem("busy", who).answer(response);
            async.complete();
        }
    }

    private void left(String key) {
        coming.computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null);
    }

    private void take(Uploader who, String name, HttpServletRequest request, HttpServletResponse response) {
        try {
            uploads.admit(who, request.getContentLengthLong());
            say(response, uploads.take(who, name, request.getInputStream()));
        } catch (Refused no) {
            readOn(request);
            refuse(response, problem(no.reason(), who));
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "An upload was broken off", gone);
            // Undertow's own limit (max-post-size), which may be lower than the site's, says so by its exception's name
            // alone.
            boolean tooBig = gone.getClass().getSimpleName().contains("TooBig");
            refuse(response, problem(tooBig ? "too-large" : "storage", who));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "An upload failed", failure);
            refuse(response, problem("storage", who));
        }
    }

    private FileProblem problem(String reason, Uploader who) {
        return FileProblem.of(reason, policies.of(who.site()));
    }

    /** Browsers that are still sending do not hear why, but that the connection broke; so what comes is let in, up to a point. */
    private static void readOn(HttpServletRequest request) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = request.getInputStream()) {
            long read = 0;
            for (int more = 0; more >= 0 && read < MOST_IN_VAIN; more = in.read(buffer)) read += more;
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "The rest of an upload did not come", gone);
        }
    }

    /** Whatever is left of it is not read, so nothing else can come on this connection. */
    private static void refuse(HttpServletResponse response, FileProblem problem) {
        try {
            response.setHeader("Connection", "close");
            problem.answer(response);
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "A refusal was not taken", gone);
        }
    }

    private static void say(HttpServletResponse response, Attachment file) throws IOException {
        JsonObjectBuilder told = Json.createObjectBuilder()
                .add("id", file.id())
                .add("name", file.name())
                .add("size", file.size())
                .add("type", file.type().media());
        if (file.width() != null) told.add("width", file.width()).add("height", file.height());
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentType("application/json");
        response.getOutputStream().write(told.build().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What it is called, percent-encoded UTF-8: a header carries no other letters, and an address would be logged. */
    private static String name(HttpServletRequest request) {
        String said = request.getHeader("Deskbell-Name");
        try {
            return said == null ? null : URLDecoder.decode(said.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return null;
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = String.valueOf(request.getPathInfo()).split("/", -1);
        Part part = path.length == 2 ? Part.ORIGINAL : path.length == 3 ? part(path[2]) : null;
        Optional<Attachment> found = part == null ? Optional.empty() : gate.readable(request, path[1]);
        if (found.isEmpty() || !found.get().has(part)) {
            FileProblem.missing().answer(response);
            return;
        }
        Attachment file = found.get();
        AsyncContext async = request.startAsync();
        async.setTimeout(PATIENCE_MILLIS);
        boolean begun = lanes.down(() -> {
            try {
                give(file, part, response);
            } finally {
                async.complete();
            }
        });
        if (!begun) {
            FileProblem.of("busy", policies.of(file.site())).answer(response);
            async.complete();
        }
    }

    private static Part part(String word) {
        return word.equals(Part.THUMBNAIL.word()) ? Part.THUMBNAIL : word.equals(Part.VIEW.word()) ? Part.VIEW : null;
    }

    private void give(Attachment file, Part part, HttpServletResponse response) {
        try (InputStream in = attachments.open(file, part)) {
            boolean original = part == Part.ORIGINAL;
            response.setHeader("Cache-Control", "private, no-store");
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.setHeader("Content-Disposition", original ? disposition(file.name()) : "inline");
            response.setContentType(original ? file.type().media() : file.rendered());
            if (original) response.setContentLengthLong(file.size());
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                response.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException | RuntimeException failure) {
            LOG.log(Level.DEBUG, "A file was not given", failure);
            if (!response.isCommitted()) lost(response);
        }
    }

    private static void lost(HttpServletResponse response) {
        try {
            response.reset();
            FileProblem.missing().answer(response);
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "An answer was not taken", gone);
        }
    }

    /** RFC 6266: in ASCII for old clients, as RFC 8187 for all others. */
    static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String full = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + full;
    }
}
