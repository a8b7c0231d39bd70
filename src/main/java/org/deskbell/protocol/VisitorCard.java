package org.deskbell.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an agent may know of a visitor; what is unknown is null. {@code about}: what the page says of the conversation he reads. {@code more}:
 * there are conversations older than the {@code earlier} ones. {@code trail}: the pages of this visit, the newest last.
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
        boolean more,
        List<Seen> trail) {

    /** Another conversation of his; {@code text} is the last message, {@code owner} the name of who has it or had it last, {@code stars} how he rated it: each may be null. */
    public record Earlier(
            String conversation, Instant startedAt, String status, String text, String owner, Integer stars) {
        void write(Members out) {
            out.text("conversation", conversation).instant("startedAt", startedAt);
            out.text("status", status).text("text", text);
            out.text("owner", owner).numberOrNull("stars", stars);
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
        if (more) out.flag("more", true);
        if (!trail.isEmpty()) out.list("trail", trail, Seen::write);
    }
}
