package org.deskbell.support;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** One frame of the wire protocol as the tests see it: JSON, read leniently, never mapped by the product's own code. */
public record Frame(JsonObject json) {

    /** Reads what one text message holds: one frame, or several in order. */
    public static List<Frame> read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonArray array) {
                return array.stream()
                        .map(each -> new Frame(each.asJsonObject()))
                        .toList();
            }
            return List.of(new Frame(value.asJsonObject()));
        }
    }

    /** Makes a frame from a type and pairs of names and values; a pair whose value is null is left out. */
    public static Frame of(String type, Object... pairs) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("type", type);
        for (int i = 0; i < pairs.length; i += 2) {
            add(json, (String) pairs[i], pairs[i + 1]);
        }
        return new Frame(json.build());
    }

    private static void add(JsonObjectBuilder json, String name, Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof JsonValue node) {
            json.add(name, node);
        } else if (value instanceof Boolean flag) {
            json.add(name, flag);
        } else if (value instanceof Number number) {
            json.add(name, number.longValue());
        } else {
            json.add(name, value.toString());
        }
    }

    public String type() {
        return text("type");
    }

    public boolean is(String type) {
        return type.equals(type());
    }

    /** A text member, or null. */
    public String text(String name) {
        return json.get(name) instanceof JsonString text ? text.getString() : null;
    }

    /** A number member, or 0. */
    public long number(String name) {
        return json.get(name) instanceof JsonNumber number ? number.longValue() : 0;
    }

    public boolean flag(String name) {
        return json.get(name) == JsonValue.TRUE;
    }

    public boolean has(String name) {
        return json.containsKey(name) && json.get(name) != JsonValue.NULL;
    }

    /** A member that is an object; an empty frame if there is none. */
    public Frame child(String name) {
        return new Frame(json.get(name) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT);
    }

    public List<Frame> children(String name) {
        return json.get(name) instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(each -> new Frame(each.asJsonObject()))
                        .toList()
                : List.of();
    }

    /** A member that is an array of texts; empty if there is none. */
    public List<String> words(String name) {
        return json.get(name) instanceof JsonArray array
                ? array.stream()
                        .filter(JsonString.class::isInstance)
                        .map(each -> ((JsonString) each).getString())
                        .toList()
                : List.of();
    }

    public boolean isEntry() {
        return has("seq") && has("conversation") && (has("at") || is("passed"));
    }

    /** The names of the members. */
    public java.util.Set<String> names() {
        return json.keySet();
    }

    /** A copy with one more member. */
    public Frame with(String name, Object value) {
        JsonObjectBuilder copy = Json.createObjectBuilder(json);
        add(copy, name, value);
        return new Frame(copy.build());
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
