package org.deskbell.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The members of one frame, taken one by one; what nobody took is refused by {@link #end()}. */
final class Fields {
    private final JsonObject members;
    private final Set<String> taken = new HashSet<>();

    Fields(JsonObject members) {
        this.members = members;
    }

    String text(String name) {
        String value = textOrNull(name);
        if (value == null) throw missing(name, "a text");
        return value;
    }

    String textOrNull(String name) {
        JsonValue value = take(name);
        if (value == null) return null;
        if (value instanceof JsonString text) return text.getString();
        throw missing(name, "a text");
    }

    long number(String name) {
        JsonValue value = take(name);
        if (value instanceof JsonNumber number && number.isIntegral()) return exact(name, number);
        throw missing(name, "a whole number");
    }

    long numberOr(String name, long otherwise) {
        return members.containsKey(name) ? number(name) : otherwise;
    }

    boolean flagOrNot(String name) {
        return members.containsKey(name) && flag(name);
    }

    /** An instant as ISO 8601 has it, or null. */
    Instant instantOrNull(String name) {
        String value = textOrNull(name);
        if (value == null) return null;
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException otherwise) {
            throw missing(name, "an instant such as 2026-11-21T09:30:00Z");
        }
    }

    /** An array of texts. */
    List<String> words(String name) {
        List<String> words = wordsOrNull(name);
        if (words == null) throw missing(name, "an array of texts");
        return words;
    }

    List<String> wordsOrNull(String name) {
        JsonValue value = take(name);
        if (value == null) return null;
        if (!(value instanceof JsonArray array)) throw missing(name, "an array of texts");
        List<String> words = new ArrayList<>();
        for (JsonValue word : array) {
            if (!(word instanceof JsonString text)) throw missing(name, "an array of texts");
            words.add(text.getString());
        }
        return words;
    }

    boolean flag(String name) {
        JsonValue value = take(name);
        if (value == JsonValue.TRUE) return true;
        if (value == JsonValue.FALSE) return false;
        throw missing(name, "true or false");
    }

    Fields objectOrNull(String name) {
        JsonValue value = take(name);
        if (value == null) return null;
        if (value instanceof JsonObject object) return new Fields(object);
        throw missing(name, "an object");
    }

    /** All members, each a short text or null, which takes one back; null where {@code name} is missing. What cannot be kept or read is left out. */
    Map<String, String> attributesOrNull(String name) {
        Fields object = objectOrNull(name);
        if (object == null) return null;
        if (object.members.size() > Limits.ATTRIBUTES_AND_REMOVED)
            throw new BadFrame("malformed", name + ": at most 20");
        Map<String, String> texts = new HashMap<>();
        for (String key : object.members.keySet()) {
            String value = object.members.isNull(key) ? null : object.text(key);
            boolean tooLong = value != null && value.length() > Limits.ATTRIBUTE_VALUE;
            if (key.length() > Limits.ATTRIBUTE_NAME || tooLong) {
                throw new BadFrame("malformed", name + ": names take up to 40 characters, values up to 200");
            }
            if (Checks.isName(key) && (value == null || Checks.storable(value))) texts.put(key, value);
        }
        long kept = texts.values().stream().filter(Objects::nonNull).count();
        if (kept > Limits.ATTRIBUTES) throw new BadFrame("malformed", name + ": at most 20");
        return texts;
    }

    /** What a visitor answers, by the ids of the questions. Nothing of it is left out: it is refused. */
    Map<String, String> answers(String name) {
        Fields object = objectOrNull(name);
        if (object == null) throw missing(name, "an object");
        if (object.members.size() > Limits.ANSWERS)
            throw new BadFrame("malformed", name + ": at most " + Limits.ANSWERS);
        Map<String, String> answers = new HashMap<>();
        for (String id : object.members.keySet()) {
            String value = object.text(id);
            if (id.length() > Limits.ATTRIBUTE_NAME) throw new BadFrame("malformed", name + ": there is no such id");
            if (value.length() > Limits.ANSWER) throw new BadFrame("bad-answer", id);
            if (!Checks.storable(value)) throw new BadFrame("bad-answer", id);
            answers.put(id, value);
        }
        return answers;
    }

    /** Refuses what the frame does not have. */
    void end() {
        for (String name : members.keySet()) {
            if (!taken.contains(name)) {
                throw new BadFrame("malformed", "no such member: " + Checks.cut(name, 40));
            }
        }
    }

    private JsonValue take(String name) {
        taken.add(name);
        return members.get(name);
    }

    private static long exact(String name, JsonNumber number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw missing(name, "a whole number");
        }
    }

    private static BadFrame missing(String name, String what) {
        return new BadFrame("malformed", name + " is " + what);
    }
}
