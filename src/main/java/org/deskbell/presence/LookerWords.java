package org.deskbell.presence;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.deskbell.site.SiteId;
import org.deskbell.visitor.VisitorId;

/** How nodes tell each other of somebody who looks around: one line of JSON. */
final class LookerWords {
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private LookerWords() {}

    static String write(Looker looker) {
        JsonArrayBuilder trail = Json.createArrayBuilder();
        for (PageSeen page : looker.trail()) {
            JsonObjectBuilder one = Json.createObjectBuilder().add("url", page.url());
            add(one, "title", page.title());
            trail.add(one.add("at", page.at().toEpochMilli()));
        }
        JsonObjectBuilder all = Json.createObjectBuilder()
                .add("visitor", looker.visitor().value())
                .add("id", looker.publicId())
                .add("site", looker.site().value())
                .add("verified", looker.verified())
                .add("visits", looker.visits())
                .add("since", looker.since().toEpochMilli())
                .add("trail", trail);
        add(all, "name", looker.name());
        add(all, "language", looker.language());
        add(all, "referrer", looker.referrer());
        return all.build().toString();
    }

    static Looker read(String word) {
        try (JsonReader reader = READERS.createReader(new StringReader(word))) {
            JsonObject all = reader.readObject();
            List<PageSeen> trail = all.getJsonArray("trail").getValuesAs(JsonObject.class).stream()
                    .map(one -> new PageSeen(one.getString("url"), one.getString("title", null), instant(one, "at")))
                    .toList();
            return new Looker(
                    new VisitorId(all.getJsonNumber("visitor").longValue()),
                    all.getString("id"),
                    new SiteId(all.getJsonNumber("site").longValue()),
                    all.getString("name", null),
                    all.getBoolean("verified"),
                    all.getString("language", null),
                    all.getString("referrer", null),
                    all.getInt("visits"),
                    instant(all, "since"),
                    trail);
        }
    }

    private static Instant instant(JsonObject of, String name) {
        return Instant.ofEpochMilli(of.getJsonNumber(name).longValue());
    }

    private static void add(JsonObjectBuilder to, String name, String text) {
        if (text != null) to.add(name, text);
    }
}
