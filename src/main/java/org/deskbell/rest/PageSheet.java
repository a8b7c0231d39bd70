package org.deskbell.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/** A page that needs nothing else: no script, no picture, one style whose hash is the page's own policy. Whatever somebody wrote is text in it. */
final class PageSheet implements Sheet {
    private static final String STYLE =
            """
            :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
            body{max-width:44rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.4rem;line-height:1.25;margin:0}
            .about,.by time,.event{color:light-dark(#555,#b3b3b3);font-size:.85rem}
            article{margin:1rem 0}
            .by{margin:0}
            .words{white-space:pre-line;overflow-wrap:anywhere}
            .text{margin:.15rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
            blockquote{margin:.15rem 0;padding-inline-start:.6rem;border-inline-start:3px solid #999;color:light-dark(#555,#b3b3b3);overflow-wrap:anywhere}
            .event{margin:1.25rem 0;text-align:center}
            """;

    /** Also for the answer's header. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; base-uri 'none'";

    private final Appendable out;
    private final TranscriptWords words;

    PageSheet(Appendable out, TranscriptWords words) {
        this.out = out;
        this.words = words;
    }

    @Override
    public String type() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public String ending() {
        return "html";
    }

    @Override
    public void begin(String title, String about) throws IOException {
        put("<!doctype html>\n<html lang=\"", words.language(), "\" dir=\"", words.direction(), "\">\n<head>\n");
        put("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"", POLICY, "\">\n");
        put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        put("<title>", escaped(title), "</title>\n<style>", STYLE, "</style>\n</head>\n<body>\n");
        // Once more: mail programs keep what is in the body.
        put("<main lang=\"", words.language(), "\" dir=\"", words.direction(), "\">\n");
        put("<h1 dir=\"auto\">", escaped(title), "</h1>\n<p class=\"about\">", escaped(about), "</p>\n");
    }

    @Override
    public void words(String text) throws IOException {
        put("<p class=\"words\" dir=\"auto\">", escaped(text), "</p>\n");
    }

    @Override
    public void remark(String text) throws IOException {
        put("<p class=\"words about\" dir=\"auto\">", escaped(text), "</p>\n");
    }

    @Override
    public void link(String words, String address) throws IOException {
        put("<p><a href=\"", escaped(address), "\" rel=\"noopener noreferrer\">", escaped(words), "</a></p>\n");
    }

    @Override
    public void said(Message message) throws IOException {
        put("<article>\n<p class=\"by\"><bdi><b>", escaped(message.by()), "</b></bdi> ", time(message.at()));
        if (message.edited()) put(" <span class=\"about\">", escaped(words.say("edited")), "</span>");
        put("</p>\n");
        if (message.quoted() != null) put("<blockquote dir=\"auto\">", escaped(message.quoted()), "</blockquote>\n");
        put("<p class=\"text\" dir=\"auto\">", escaped(message.text()), "</p>\n</article>\n");
    }

    @Override
    public void happened(Instant at, String what) throws IOException {
        put("<p class=\"event\"><bdi>", escaped(what), "</bdi> ", time(at), "</p>\n");
    }

    @Override
    public void end() throws IOException {
        put("</main>\n</body>\n</html>\n");
    }

    private String time(Instant at) {
        return "<time datetime=\"" + at + "\">" + escaped(words.time(at)) + "</time>";
    }

    private void put(String... parts) throws IOException {
        for (String part : parts) out.append(part);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String style) {
        try {
            byte[] bytes = style.getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
