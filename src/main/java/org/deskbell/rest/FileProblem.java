package org.deskbell.rest;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.deskbell.attachment.Policy;

/** Why a file was not taken or given, as RFC 9457 puts it: for people in words, for programs by {@code reason}. */
record FileProblem(int status, String reason, String title, String detail, int retryAfter) {
    static FileProblem of(String reason, Policy policy) {
        return switch (reason) {
            case "files-off" ->
                of(403, reason, "Files are not taken here", "This site has switched files off. Please send text.");
            case "too-large" ->
                of(
                        413,
                        reason,
                        "The file is too large",
                        "At most " + policy.megabytes() + " MB are taken here. Please send a smaller one.");
            case "quota" ->
                of(
                        413,
                        reason,
                        "This conversation holds enough files",
                        "At most " + policy.quota() + " MB are taken in one conversation.");
            case "empty" -> of(400, reason, "The file is empty", "Please choose one with something in it.");
            case "bad-type" ->
                of(
                        415,
                        reason,
                        "This kind of file is not taken",
                        "Pictures (PNG, JPEG, GIF, WebP), PDF, plain text, ZIP and Office documents are. Others can be sent in a ZIP.");
            case "too-many-pixels" ->
                of(415, reason, "The picture is too large", "At most 50 megapixels are taken. Please make it smaller.");
            case "too-fast" -> later(429, reason, "Too many files came from you", "Please wait a few minutes.", 60);
            case "no-room" ->
                of(507, reason, "There is no room for files", "Text still gets through. Please send the file later.");
            case "busy" -> later(503, reason, "Many files come at the moment", "Please try again in a moment.", 3);
            case "storage" -> later(503, reason, "The file could not be kept", "Please try again in a moment.", 3);
            default -> of(404, "unknown-file", "There is nothing here", "Or it is not for you.");
        };
    }

    static FileProblem missing() {
        return of("unknown-file", Policy.USUAL);
    }

    private static FileProblem of(int status, String reason, String title, String detail) {
        return new FileProblem(status, reason, title, detail, 0);
    }

    private static FileProblem later(int status, String reason, String title, String detail, int seconds) {
        return new FileProblem(status, reason, title, detail, seconds);
    }

    void answer(HttpServletResponse response) throws IOException {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("status", status)
                .add("title", title)
                .add("detail", detail)
                .add("reason", reason);
        if (retryAfter > 0) response.setHeader("Retry-After", Integer.toString(retryAfter));
        response.setStatus(status);
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentType("application/problem+json");
        response.getOutputStream().write(body.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
