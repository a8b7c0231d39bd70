package org.deskbell.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an agent may know of a visitor; what is unknown is null. {@code about}: what the page says of the conversation he reads. {@code trail}: the pages
 * of this visit, the newest last.
 */
public record VisitorCard(
        String id,
        String name,
        String email,
        boolean verified,
        String externalId,
        boolean online,
        String language,
        String zone,
        String browser,
        PageView page,
        Map<String, String> attributes,
        Map<String, String> about,
        Instant firstSeen,
        Instant lastSeen,
        List<Earlier> earlier,
        List<Seen> trail) {

    /** An earlier conversation of his; {@code text} is the last message or null. */
    public record Earlier(String conversation, Instant startedAt, String status, String text) {
        void write(Members out) {
            out.text("conversation", conversation).instant("startedAt", startedAt);
            out.text("status", status).text("text", text);
        }
    }

    /** A page of this visit; {@code title} may be null. */
    public record Seen(String url, String title, Instant at) {
        void write(Members out) {
            out.text("url", url).text("title", title).instant("at", at);
        }
    }

    void write(Members out) {
        out.text("id", id).text("name", name).text("email", email);
        out.flag("verified", verified).text("externalId", externalId).flag("online", online);
        out.text("language", language).text("zone", zone).text("browser", browser);
        if (page != null) {
            out.object("page", o -> o.text("url", page.url()).text("title", page.title()));
            out.text("referrer", page.referrer());
        }
        out.texts("attributes", attributes);
        if (!about.isEmpty()) out.texts("about", about);
        out.instant("firstSeen", firstSeen).instant("lastSeen", lastSeen);
        out.list("earlier", earlier, Earlier::write);
        if (!trail.isEmpty()) out.list("trail", trail, Seen::write);
    }
}
