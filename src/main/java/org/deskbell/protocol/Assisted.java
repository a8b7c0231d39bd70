package org.deskbell.protocol;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;

/** A step of remote assistance. {@code told} has the members behind the head: event, request, agent and what belongs to the event. */
public record Assisted(Head head, JsonObject told) implements EntryFrame {
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** @param told as it is kept in the log */
    public static Assisted of(Head head, String told) {
        try (JsonReader reader = READERS.createReader(new StringReader(told))) {
            return new Assisted(head, reader.readObject());
        }
    }

    @Override
    public String type() {
        return "assisted";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        told.forEach(out::value);
    }
}
