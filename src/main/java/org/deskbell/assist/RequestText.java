package org.deskbell.assist;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.deskbell.conversation.Conversation;
import org.deskbell.staff.AgentId;

/** Requests as text and back. */
final class RequestText {
    private static final System.Logger LOG = System.getLogger(RequestText.class.getName());

    // The methods of Json look their provider up at every call; a factory does so once.
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private RequestText() {}

    static Requests read(String text) {
        if (text == null) return Requests.NONE;
        boolean broken = text.startsWith(Conversation.BROKEN);
        try (JsonReader reader =
                READERS.createReader(new StringReader(broken ? text.substring(Conversation.BROKEN.length()) : text))) {
            List<Request> all = reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(RequestText::request)
                    .toList();
            return new Requests(all, broken);
        } catch (RuntimeException unreadable) {
            LOG.log(Level.WARNING, "What is allowed in a conversation cannot be read, so nothing is");
            return Requests.NONE;
        }
    }

    static String write(List<Request> all) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        for (Request request : all) array.add(object(request));
        return array.build().toString();
    }

    private static JsonObjectBuilder object(Request request) {
        JsonObjectBuilder out = BUILDERS.createObjectBuilder()
                .add("id", request.id())
                .add("agent", request.agent().value())
                .add("name", request.name())
                .add("kinds", words(Permission.words(request.kinds())))
                .add("allowed", request.allowed())
                .add("minutes", request.minutes())
                .add("until", request.until().toEpochMilli());
        if (request.purpose() != null) out.add("purpose", request.purpose());
        if (!request.proposals().isEmpty()) out.add("proposals", words(request.proposals()));
        if (request.muted()) out.add("muted", true);
        if (request.calling()) out.add("calling", true);
        return out;
    }

    private static Request request(JsonObject from) {
        return new Request(
                from.getString("id"),
                new AgentId(from.getJsonNumber("agent").longValueExact()),
                from.getString("name"),
                Permission.of(texts(from.getJsonArray("kinds"))),
                from.getBoolean("allowed"),
                from.getString("purpose", null),
                from.getInt("minutes"),
                Instant.ofEpochMilli(from.getJsonNumber("until").longValueExact()),
                from.containsKey("proposals") ? texts(from.getJsonArray("proposals")) : List.of(),
                from.getBoolean("muted", false),
                from.getBoolean("calling", false));
    }

    static JsonArrayBuilder words(Collection<String> words) {
        return BUILDERS.createArrayBuilder(words);
    }

    static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }
}
