package org.deskbell.protocol;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes the members of one JSON object; a null value writes nothing. */
final class Members {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    private final JsonGenerator json;

    Members(JsonGenerator json) {
        this.json = json;
    }

    Members text(String name, String value) {
        if (value != null) json.write(name, value);
        return this;
    }

    Members number(String name, long value) {
        json.write(name, value);
        return this;
    }

    Members numberOrNull(String name, Integer value) {
        if (value != null) json.write(name, value.intValue());
        return this;
    }

    Members flag(String name, boolean value) {
        json.write(name, value);
        return this;
    }

    Members instant(String name, Instant value) {
        return text(name, value == null ? null : MILLIS.format(value));
    }

    Members by(String name, By by) {
        if (by == null) return this;
        return object(
                name, out -> out.text("kind", by.kind()).text("id", by.id()).text("name", by.name()));
    }

    Members object(String name, Consumer<Members> body) {
        json.writeStartObject(name);
        body.accept(this);
        json.writeEnd();
        return this;
    }

    <T> Members list(String name, List<T> items, BiConsumer<T, Members> each) {
        json.writeStartArray(name);
        for (T item : items) {
            json.writeStartObject();
            each.accept(item, this);
            json.writeEnd();
        }
        json.writeEnd();
        return this;
    }

    Members words(String name, List<String> words) {
        json.writeStartArray(name);
        words.forEach(json::write);
        json.writeEnd();
        return this;
    }

    /** What is JSON already. */
    void value(String name, JsonValue value) {
        json.write(name, value);
    }

    Members texts(String name, Map<String, String> texts) {
        return object(name, out -> texts.forEach(out::text));
    }

    Members numbers(String name, Map<String, Integer> numbers) {
        return object(name, out -> numbers.forEach(out::number));
    }
}
