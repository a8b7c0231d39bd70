package org.deskbell.protocol;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.Map;

/** Frames to text. A frame that goes to many is encoded once. */
public final class Encoder {
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private Encoder() {}

    public static String encode(FromServer frame) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject();
            write(frame, new Members(json));
            json.writeEnd();
        }
        return text.toString();
    }

    static void write(FromServer frame, Members out) {
        out.text("type", frame.type());
        frame.members(out);
    }
}
