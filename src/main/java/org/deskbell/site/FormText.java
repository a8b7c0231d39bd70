package org.deskbell.site;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/** A form as the store keeps it, and back. */
final class FormText {
    private FormText() {}

    static String write(List<Question> form) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Question each : form) {
            all.add(Json.createObjectBuilder()
                    .add("id", each.id())
                    .add("kind", each.kind().word())
                    .add("label", each.label())
                    .add("required", each.required())
                    .add("choices", Json.createArrayBuilder(each.choices())));
        }
        return all.build().toString();
    }

    static List<Question> read(String text) {
        if (text.equals("[]")) return List.of();
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(FormText::question)
                    .toList();
        }
    }

    private static Question question(JsonObject each) {
        return new Question(
                each.getString("id"),
                Question.Kind.of(each.getString("kind")),
                each.getString("label"),
                each.getBoolean("required"),
                each.getJsonArray("choices").getValuesAs(JsonString::getString));
    }
}
