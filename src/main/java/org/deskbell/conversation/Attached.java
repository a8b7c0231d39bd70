package org.deskbell.conversation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/**
 * What the log says of a file that belongs to a message; its bytes are elsewhere. {@code size} in bytes; {@code width} and {@code height}, in
 * pixels, are null for what is not shown as a picture.
 */
public record Attached(String id, String name, long size, String type, Integer width, Integer height) {
    // Json's own methods look their provider up at every call.
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    /** As the column keeps them; null for none. */
    static String text(List<Attached> files) {
        if (files == null) return null;
        JsonArrayBuilder all = BUILDERS.createArrayBuilder();
        for (Attached file : files) {
            JsonObjectBuilder one = BUILDERS.createObjectBuilder()
                    .add("id", file.id)
                    .add("name", file.name)
                    .add("size", file.size)
                    .add("type", file.type);
            if (file.width != null) one.add("width", file.width).add("height", file.height);
            all.add(one);
        }
        return all.build().toString();
    }

    static List<Attached> read(String text) {
        if (text == null) return null;
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(Attached::of)
                    .toList();
        }
    }

    private static Attached of(JsonObject file) {
        boolean shown = file.containsKey("width");
        return new Attached(
                file.getString("id"),
                file.getString("name"),
                file.getJsonNumber("size").longValue(),
                file.getString("type"),
                shown ? file.getInt("width") : null,
                shown ? file.getInt("height") : null);
    }
}
